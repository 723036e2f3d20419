-- Seals the true counts and keys of one table.
-- $1 release, $2 table, $3 places, $4 stages, or null where all are together, $5 coordinates, $6 counts with keys
-- Inserts only.
INSERT INTO releases.sealed_cells (release, cube, place, stage, coordinates, sealed)
SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::json[], $6::json[])
