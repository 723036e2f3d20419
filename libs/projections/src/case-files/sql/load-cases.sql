-- What was delivered about the cases that a page touches.
-- $1 case ids
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, family, deliveries
FROM filed_case
WHERE case_id = ANY ($1::text[])
