-- Takes the checkpoint of the live version for the length of the transaction.
-- $1 projection
-- Locks the row, waiting for a page under way.
SELECT version
FROM projections.version
WHERE projection = $1 AND state = 'live'
FOR UPDATE
