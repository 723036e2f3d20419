-- Cases that have a record known at or after an instant, in order of id.
-- $1 instant, $2 the last id read, $3 how many
-- No lock.
SELECT case_id, records
FROM case_state
WHERE last_known_at >= $1 AND case_id > $2
ORDER BY case_id
LIMIT $3
