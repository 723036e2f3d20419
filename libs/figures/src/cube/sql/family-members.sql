-- What was delivered about all members of some families, family by family.
-- $1 families
-- No lock.
SELECT case_id, family, deliveries
FROM filed_case
WHERE family = ANY ($1::text[])
ORDER BY family, case_id
