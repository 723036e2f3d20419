-- The ids of cells, each with its place in the arrays.
-- $1 chains, $2 dimensions, $3 cuboids, $4 birth years, $5 school years, $6 areas, $7 poverty risks
-- No lock.
SELECT cell.id, wanted.place::integer AS place
FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::boolean[])
  WITH ORDINALITY AS wanted (chain, dimension, cuboid, birth_year, school_year, area, poverty_risk, place)
JOIN cell ON (cell.chain, cell.dimension, cell.cuboid) = (wanted.chain, wanted.dimension, wanted.cuboid)
  AND cell.birth_year IS NOT DISTINCT FROM wanted.birth_year
  AND cell.school_year IS NOT DISTINCT FROM wanted.school_year
  AND cell.area IS NOT DISTINCT FROM wanted.area
  AND cell.poverty_risk IS NOT DISTINCT FROM wanted.poverty_risk
