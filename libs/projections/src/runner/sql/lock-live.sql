-- Takes the checkpoint of the live version for the length of the transaction.
-- $1 projection, $2 code of the running program: another program's tables may mean something else
-- Locks the row, waiting for a page under way.
SELECT version
FROM projections.version
WHERE projection = $1 AND state = 'live' AND code = $2
FOR UPDATE
