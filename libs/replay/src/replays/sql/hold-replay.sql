-- Says how far a replay is, and holds it on.
-- $1 id, $2 events read, $3 seconds to hold it
-- Locks its row.
UPDATE replays.replay
SET events_read = $2, held_until = now() + make_interval(secs => $3)
WHERE id = $1 AND state = 'running'
