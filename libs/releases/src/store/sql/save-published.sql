-- Writes what of one table everybody may see.
-- $1 release, $2 table, $3 places, $4 stages, or null where all are together, $5 coordinates, $6 counts
-- Inserts only.
INSERT INTO releases.published_cells (release, cube, place, stage, coordinates, counts)
SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::json[], $6::json[])
