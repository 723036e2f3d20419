-- The cells of a cuboid with their packed changes.
-- $1 chain, $2 cuboid, $3 dimensions, then lists to keep, or null for all: $4 birth years, $5 school years,
-- $6 areas, $7 poverty risks ('unknown' stands for what is not known)
-- No lock.
SELECT birth_year, school_year, area, poverty_risk, changes
FROM cell
WHERE chain = $1 AND cuboid = $2 AND dimension = ANY ($3::text[])
  AND ($4::smallint[] IS NULL OR birth_year = ANY ($4))
  AND ($5::smallint[] IS NULL OR school_year = ANY ($5))
  AND ($6::text[] IS NULL OR coalesce(area, 'unknown') = ANY ($6))
  AND ($7::text[] IS NULL OR coalesce(poverty_risk::text, 'unknown') = ANY ($7))
