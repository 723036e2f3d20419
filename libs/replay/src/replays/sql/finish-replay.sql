-- Ends a replay.
-- $1 id, $2 state, $3 events read, $4 answer as JSON, $5 instant
-- Locks its row.
UPDATE replays.replay
SET state = $2, events_read = $3, answer = $4::jsonb, finished_at = $5, held_until = NULL
WHERE id = $1 AND state = 'running'
