-- Adds stages.
-- $1 numbers, $2 stages
-- Inserts only.
INSERT INTO curve_stage (id, stage)
SELECT * FROM unnest($1::smallint[], $2::text[])
