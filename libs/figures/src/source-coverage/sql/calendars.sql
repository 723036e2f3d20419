-- The last calendar of every agency that is in a state of knowledge.
-- $1 instant before which it was known, $2 last position of the log
-- No lock.
SELECT DISTINCT ON (agency) agency, deliveries
FROM delivery_calendar
WHERE known_at < $1 AND position <= $2
ORDER BY agency, known_at DESC, position DESC
