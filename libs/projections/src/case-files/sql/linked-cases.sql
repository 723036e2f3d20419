-- Which of some cases are in a family.
-- $1 case ids
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id
FROM filed_case
WHERE case_id = ANY ($1::text[]) AND family IS NOT NULL
