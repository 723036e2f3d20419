-- Writes the packed changes of cells.
-- $1 keys, $2 chains, $3 dimensions, $4 cuboids, $5 birth years, $6 school years, $7 areas, $8 poverty risks,
-- $9 changes
-- Locks the written rows until the page commits.
INSERT INTO cell (key, chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, changes)
SELECT *
FROM unnest(
  $1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::smallint[], $7::text[], $8::boolean[],
  $9::bytea[]
)
ON CONFLICT (key) DO UPDATE
SET changes = excluded.changes
