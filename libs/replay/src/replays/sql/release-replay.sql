-- Puts a replay back into the queue that was interrupted.
-- $1 id, $2 whether the attempt counts: not where the process stops in good order
-- Locks its row.
UPDATE replays.replay
SET state = 'queued', attempts = attempts - CASE WHEN $2 THEN 0 ELSE 1 END, held_until = NULL
WHERE id = $1 AND state = 'running'
