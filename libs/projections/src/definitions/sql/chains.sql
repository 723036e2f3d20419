-- The chains in force.
-- $1 ids to restrict the answer to, or null for all
-- No lock.
SELECT id, definition
FROM chain
WHERE $1::text[] IS NULL OR id = ANY ($1)
ORDER BY id
