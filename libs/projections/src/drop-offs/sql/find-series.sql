-- The ids of series, each with its place in the arrays.
-- $1 measures, $2 stages, $3 values
-- No lock.
SELECT series.id, wanted.place::integer AS place
FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS wanted (measure, stage, value, place)
JOIN series USING (measure, stage, value)
