-- The series of some measures.
-- $1 measures
-- No lock.
SELECT id, measure, stage, value
FROM series
WHERE measure = ANY ($1::text[])
