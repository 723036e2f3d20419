-- Of each cell of a cuboid the page of its packed changes in which the counts at a month stand: the last one that begins
-- by then. A cell without any change by then is left out.
-- $1 chain, $2 cuboid, $3 dimensions, then lists to keep, or null for all: $4 birth years, $5 school years,
-- $6 areas, $7 poverty risks ('unknown' stands for what is not known); $8 as-of month
-- No lock.
SELECT
  birth_year, school_year, area, poverty_risk,
  substr(changes, starts[page] + 1, coalesce(starts[page + 1], length(changes)) - starts[page]) AS page
FROM cell, LATERAL (SELECT width_bucket($8::integer, months) AS page) AS found
WHERE chain = $1 AND cuboid = $2 AND dimension = ANY ($3::text[])
  AND ($4::smallint[] IS NULL OR birth_year = ANY ($4))
  AND ($5::smallint[] IS NULL OR school_year = ANY ($5))
  AND ($6::text[] IS NULL OR coalesce(area, 'unknown') = ANY ($6))
  AND ($7::text[] IS NULL OR coalesce(poverty_risk::text, 'unknown') = ANY ($7))
  AND page > 0
