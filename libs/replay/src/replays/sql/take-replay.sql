-- Takes the first replay that nobody holds: a queued one, or one whose process has died.
-- $1 seconds to hold it
-- Locks its row; others skip it.
UPDATE replays.replay
SET state = 'running', attempts = attempts + 1, events_read = 0, held_until = now() + make_interval(secs => $1)
WHERE id = (
  SELECT id
  FROM replays.replay
  WHERE state = 'queued' OR (state = 'running' AND held_until < now())
  ORDER BY seq
  LIMIT 1
  FOR UPDATE SKIP LOCKED
)
RETURNING id, task, attempts
