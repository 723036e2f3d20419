-- Takes a version's checkpoint for the length of the transaction, if it still stands where it stood.
-- $1 projection, $2 version, $3 state, $4 position, $5 gathered, $6 counting
-- Locks the row; another worker that holds it means "wait": no row comes back.
SELECT FROM projections.version
WHERE projection = $1 AND version = $2
  AND state = $3 AND position = $4 AND gathered = $5 AND counting = $6
FOR UPDATE SKIP LOCKED
