-- Adds series.
-- $1 ids, $2 measures, $3 stages, $4 values
-- Inserts only.
INSERT INTO series (id, measure, stage, value)
SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
