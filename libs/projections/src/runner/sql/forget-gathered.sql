-- Begins a version again that has gathered something and has no answers yet.
-- $1 projection, $2 version
-- Locks the version's row, waiting for a step under way.
UPDATE projections.version
SET gathered = 0, counting = false
WHERE projection = $1 AND version = $2 AND position = 0 AND gathered > 0
