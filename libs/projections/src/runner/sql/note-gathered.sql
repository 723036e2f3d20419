-- Notes how far the log is filed in a version that nobody reads yet, and whether counting has begun.
-- $1 projection, $2 version, $3 position of the last event that is filed, $4 counting
-- The row is locked already.
UPDATE projections.version
SET gathered = $3, counting = $4
WHERE projection = $1 AND version = $2
