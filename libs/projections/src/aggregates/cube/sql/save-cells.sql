-- Writes the packed changes of cells.
-- $1 keys, $2 chains, $3 dimensions, $4 cuboids, $5 birth years, $6 school years, $7 areas, $8 poverty risks,
-- $9 months and $10 starts of the pages as texts (arrays of arrays have no rows), $11 changes
-- Locks the written rows until the page commits.
INSERT INTO cell (key, chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, months, starts, changes)
SELECT
  key, chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, months::integer[], starts::integer[], changes
FROM unnest(
  $1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::smallint[], $7::text[], $8::boolean[],
  $9::text[], $10::text[], $11::bytea[]
) AS cells (
  key, chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, months, starts, changes
)
ON CONFLICT (key) DO UPDATE
SET months = excluded.months, starts = excluded.starts, changes = excluded.changes
