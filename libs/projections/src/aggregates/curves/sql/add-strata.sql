-- Adds strata.
-- $1 numbers, $2 areas, $3 poverty risks
-- Inserts only.
INSERT INTO curve_stratum (id, area, poverty_risk)
SELECT * FROM unnest($1::integer[], $2::text[], $3::boolean[])
