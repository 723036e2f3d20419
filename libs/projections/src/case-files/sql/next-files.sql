-- The next case files in order of their first month, then their least pseudonym, by the row of that pseudonym.
-- $1 first month and $2 pseudonym of the last row read, $3 how many
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, family, deliveries, first_month
FROM filed_case
WHERE (first_month, case_id) > ($1, $2) AND (family IS NULL OR family = case_id)
ORDER BY first_month, case_id
LIMIT $3
