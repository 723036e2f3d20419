-- Notes up to which case file all are counted.
-- $1 least pseudonym of the file
-- Locks the one row until the part commits.
INSERT INTO counting (counted_up_to)
VALUES ($1)
ON CONFLICT (one) DO UPDATE
SET counted_up_to = excluded.counted_up_to
