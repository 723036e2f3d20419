-- Writes the packed changes of cells.
-- $1 chains, $2 dimensions, $3 cuboids, $4 birth years, $5 school years, $6 areas, $7 poverty risks, $8 changes
-- Locks the written rows until the page commits.
INSERT INTO cell (chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, changes)
SELECT *
FROM unnest(
  $1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::boolean[], $8::bytea[]
)
ON CONFLICT (chain, cuboid, dimension, birth_year, school_year, area, poverty_risk) DO UPDATE
SET changes = excluded.changes
