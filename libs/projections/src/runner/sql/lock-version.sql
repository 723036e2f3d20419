-- Takes a version's checkpoint for the length of the transaction.
-- $1 projection, $2 version
-- Locks the row; another worker that holds it means "wait": no row comes back.
SELECT position, state
FROM projections.version
WHERE projection = $1 AND version = $2
FOR UPDATE SKIP LOCKED
