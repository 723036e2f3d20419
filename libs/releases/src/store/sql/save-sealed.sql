-- Seals the true counts and keys of one table.
-- $1 release, $2 table, $3 places, $4 coordinates, $5 counts with keys
-- Inserts only.
INSERT INTO releases.sealed_cells (release, cube, place, coordinates, sealed)
SELECT $1, $2, * FROM unnest($3::text[], $4::json[], $5::json[])
