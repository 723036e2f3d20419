-- Puts a definition of a chain in force.
-- $1 chain, $2 position, $3 definition
-- Locks the chain's row until the page commits.
INSERT INTO chain (id, position, definition)
VALUES ($1, $2, $3)
ON CONFLICT (id) DO UPDATE
SET position = excluded.position, definition = excluded.definition
