-- Writes the packed changes of cells.
-- $1 keys, $2 chains, $3 stages, $4 dimensions, $5 birth years, $6 school years, $7 areas, $8 poverty risks, $9 last
-- deadlines, $10 months and $11 starts of the pages as texts (arrays of arrays have no rows), $12 changes
-- Locks the written rows until the page commits.
INSERT INTO deadline_cell
SELECT
  key, chain, stage, dimension, birth_year, school_year, area, poverty_risk, deadline,
  months::integer[], starts::integer[], changes
FROM unnest(
  $1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::smallint[], $7::text[], $8::boolean[],
  $9::integer[], $10::text[], $11::text[], $12::bytea[]
) AS cells (
  key, chain, stage, dimension, birth_year, school_year, area, poverty_risk, deadline, months, starts, changes
)
ON CONFLICT (key) DO UPDATE
SET
  deadline = greatest(deadline_cell.deadline, excluded.deadline),
  months = excluded.months, starts = excluded.starts, changes = excluded.changes
