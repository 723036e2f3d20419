-- Takes a version, to drop it.
-- $1 projection, $2 version
-- Locks the row.
SELECT state
FROM projections.version
WHERE projection = $1 AND version = $2
FOR UPDATE
