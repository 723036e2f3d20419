-- Moves a version's checkpoint.
-- $1 projection, $2 version, $3 position of the last event whose effects are in this transaction
-- The row is locked already.
UPDATE projections.version
SET position = $3, gathered = $3, counting = false
WHERE projection = $1 AND version = $2
