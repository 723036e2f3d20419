-- The next case files in order of their least pseudonym, by the row of that pseudonym.
-- $1 the last pseudonym read, $2 how many
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, family, deliveries
FROM filed_case
WHERE case_id > $1 AND (family IS NULL OR family = case_id)
ORDER BY case_id
LIMIT $2
