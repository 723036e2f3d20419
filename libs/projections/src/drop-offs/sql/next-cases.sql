-- The next cases in order of id.
-- $1 the last id read, $2 how many
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT case_id, records
FROM case_state
WHERE case_id > $1
ORDER BY case_id
LIMIT $2
