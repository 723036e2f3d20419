-- Cases with anything known at or after an instant, or after a position of the log, in order of id. Of a family
-- only the member that names it: all of them carry the family's last instant and position.
-- $1 instant, $2 position, $3 the last id read, $4 how many
-- No lock.
SELECT case_id, family, deliveries
FROM filed_case
WHERE (last_known_at >= $1 OR last_position > $2) AND case_id > $3 AND (family IS NULL OR family = case_id)
ORDER BY case_id
LIMIT $4
