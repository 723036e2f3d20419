-- The definition of a chain in force, and the ids of all chains.
-- $1 chain
-- No lock.
SELECT id, position, CASE WHEN id = $1 THEN definition END AS definition
FROM chain
ORDER BY id
