-- Writes the packed counts of cells.
-- $1 lanes, $2 birth years, $3 strata, $4 counts
-- Locks the written rows until the page commits.
INSERT INTO curve_cell (lane, birth_year, stratum, counts)
SELECT * FROM unnest($1::smallint[], $2::smallint[], $3::integer[], $4::bytea[])
ON CONFLICT (lane, birth_year, stratum) DO UPDATE
SET counts = excluded.counts
