-- Puts an edition of an area hierarchy in force.
-- $1 municipality, $2 first month, $3 position, $4 areas
-- Locks the edition's row until the page commits.
INSERT INTO area_edition (municipality, valid_from, position, areas)
VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality, valid_from) DO UPDATE
SET position = excluded.position, areas = excluded.areas
