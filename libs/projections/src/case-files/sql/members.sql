-- What was delivered about all members of some families, each family in order of its members.
-- $1 families
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, family, deliveries
FROM filed_case
WHERE family = ANY ($1::text[])
ORDER BY family, case_id
