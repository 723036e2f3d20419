-- Forgets a version and its parked events.
-- $1 projection, $2 version
-- The row is locked already.
DELETE FROM projections.version
WHERE projection = $1 AND version = $2
