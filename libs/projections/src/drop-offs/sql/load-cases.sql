-- The states of the cases that a page touches.
-- $1 case ids
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, records
FROM case_state
WHERE case_id = ANY ($1)
