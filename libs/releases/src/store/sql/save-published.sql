-- Writes what of one table everybody may see.
-- $1 release, $2 table, $3 places, $4 coordinates, $5 counts
-- Inserts only.
INSERT INTO releases.published_cells (release, cube, place, coordinates, counts)
SELECT $1, $2, * FROM unnest($3::text[], $4::json[], $5::json[])
