-- Adds the series that are new.
-- $1 measures, $2 stages, $3 values
-- Inserts only.
INSERT INTO series (measure, stage, value)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
ON CONFLICT DO NOTHING
