-- The table at the end of a month: changes of the years before, and of the year's months so far, summed up.
-- $1 chain, $2 cuboid, $3 dimensions, $4 first month of the as-of year, $5 as-of month, $6 measures,
-- $7 birth years, $8 school years, $9 areas, $10 poverty risks (each a list to keep, or null for all;
-- 'unknown' stands for what is not known), $11–$14 whether to set apart birth year, school year, area, risk
-- No lock.
WITH wanted AS (
  SELECT
    id,
    CASE WHEN $11 THEN birth_year END AS birth_year,
    CASE WHEN $12 THEN school_year END AS school_year,
    CASE WHEN $13 THEN area END AS area,
    CASE WHEN $14 THEN poverty_risk END AS poverty_risk
  FROM cell
  WHERE chain = $1 AND cuboid = $2 AND dimension = ANY ($3::text[])
    AND ($7::smallint[] IS NULL OR birth_year = ANY ($7))
    AND ($8::smallint[] IS NULL OR school_year = ANY ($8))
    AND ($9::text[] IS NULL OR coalesce(area, 'unknown') = ANY ($9))
    AND ($10::text[] IS NULL OR coalesce(poverty_risk::text, 'unknown') = ANY ($10))
),
part AS (
  SELECT wanted.birth_year, wanted.school_year, wanted.area, wanted.poverty_risk, change.series, sum(change.n) AS n
  FROM wanted
  JOIN change ON change.cell = wanted.id
  WHERE (change.span = 12 AND change.month < $4) OR (change.span = 1 AND change.month BETWEEN $4 AND $5)
  GROUP BY 1, 2, 3, 4, 5
)
SELECT
  part.birth_year, part.school_year, part.area, part.poverty_risk,
  series.measure, series.stage, series.value, part.n::integer AS n
FROM part
JOIN series ON series.id = part.series
WHERE part.n <> 0 AND series.measure = ANY ($6::text[])
