-- The packed changes of cells that are there already, each with its place in the arrays.
-- $1 chains, $2 dimensions, $3 cuboids, $4 birth years, $5 school years, $6 areas, $7 poverty risks
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT wanted.place::integer AS place, cell.changes
FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::boolean[])
  WITH ORDINALITY AS wanted (chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, place)
JOIN cell ON (cell.chain, cell.cuboid, cell.dimension) = (wanted.chain, wanted.cuboid, wanted.dimension)
  AND cell.birth_year IS NOT DISTINCT FROM wanted.birth_year
  AND cell.school_year IS NOT DISTINCT FROM wanted.school_year
  AND cell.area IS NOT DISTINCT FROM wanted.area
  AND cell.poverty_risk IS NOT DISTINCT FROM wanted.poverty_risk
