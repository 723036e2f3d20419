-- Writes the packed counts of cells.
-- $1 chains, $2 measures, $3 stages, $4 cuboids, $5 parts, $6 birth years, $7 strata, $8 counts
-- Locks the written rows until the page commits.
INSERT INTO curve_cell (chain, measure, from_stage, cuboid, part, birth_year, stratum, counts)
SELECT *
FROM unnest(
  $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::integer[], $8::bytea[]
)
ON CONFLICT (chain, measure, from_stage, cuboid, part, birth_year, stratum) DO UPDATE
SET counts = excluded.counts
