-- Lost cases and closed windows by deadline, of the cells in which some deadline is later than its source has delivered.
-- $1 chain, $2 stages and $3 the months through which each is delivered at least, $4 dimensions, then lists to keep, or null
-- for all: $5 birth years, $6 school years, $7 areas, $8 poverty risks ('unknown' stands for what is not known)
-- No lock.
SELECT stage, birth_year, school_year, area, poverty_risk, months, starts, changes
FROM unnest($2::text[], $3::integer[]) AS delivered (stage, through)
JOIN deadline_cell USING (stage)
WHERE chain = $1 AND deadline > through AND dimension = ANY ($4::text[])
  AND ($5::smallint[] IS NULL OR birth_year = ANY ($5))
  AND ($6::smallint[] IS NULL OR school_year = ANY ($6))
  AND ($7::text[] IS NULL OR coalesce(area, 'unknown') = ANY ($7))
  AND ($8::text[] IS NULL OR coalesce(poverty_risk::text, 'unknown') = ANY ($8))
