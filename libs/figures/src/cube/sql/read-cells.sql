-- Of each cell of a cuboid the page of its packed changes in which the counts at a month stand: the last one that begins
-- by then. A cell without any change by then is left out. Pages of cells that are counted together come as one, each
-- behind its length in bytes (32 bits, highest first): a row for each cell would cost more than what is in it.
-- $1 chain, $2 cuboid, $3 dimensions, then lists to keep, or null for all: $4 birth years, $5 school years,
-- $6 areas, $7 poverty risks ('unknown' stands for what is not known); $8 as-of month; $9 by what cells are told apart
-- No lock.
SELECT
  CASE WHEN 'birthYear' = ANY ($9::text[]) THEN birth_year END AS birth_year,
  CASE WHEN 'schoolYear' = ANY ($9::text[]) THEN school_year END AS school_year,
  CASE WHEN 'area' = ANY ($9::text[]) THEN area END AS area,
  CASE WHEN 'povertyRisk' = ANY ($9::text[]) THEN poverty_risk END AS poverty_risk,
  string_agg(int4send(bytes) || substr(changes, start + 1, bytes), '') AS pages
FROM cell,
  LATERAL (SELECT width_bucket($8::integer, months) AS page) AS found,
  LATERAL (SELECT starts[page] AS start, coalesce(starts[page + 1], length(changes)) - starts[page] AS bytes) AS place
WHERE chain = $1 AND cuboid = $2 AND dimension = ANY ($3::text[])
  AND ($4::smallint[] IS NULL OR birth_year = ANY ($4))
  AND ($5::smallint[] IS NULL OR school_year = ANY ($5))
  AND ($6::text[] IS NULL OR coalesce(area, 'unknown') = ANY ($6))
  AND ($7::text[] IS NULL OR coalesce(poverty_risk::text, 'unknown') = ANY ($7))
  AND page > 0
GROUP BY 1, 2, 3, 4
