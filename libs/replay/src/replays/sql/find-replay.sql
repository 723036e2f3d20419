-- One replay.
-- $1 id
-- No lock.
SELECT id, state, task, events_read, answer, asked_at, finished_at
FROM replays.replay
WHERE id = $1
