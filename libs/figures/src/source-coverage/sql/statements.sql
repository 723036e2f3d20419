-- What agencies said about their deliveries, in a state of knowledge.
-- $1 instant before which it was known, $2 last position of the log
-- No lock.
SELECT agency, id, kind, known_at, first_month, last_month, stages, areas
FROM delivery_statement
WHERE known_at < $1 AND position <= $2
