-- Notes up to which case file all are counted.
-- $1 first month of the row of its least pseudonym, $2 that pseudonym
-- Locks the one row until the part commits.
INSERT INTO counting (first_month, case_id)
VALUES ($1, $2)
ON CONFLICT (one) DO UPDATE
SET first_month = excluded.first_month, case_id = excluded.case_id
