-- How many cases there are, and how many of them with anything known at or after an instant, or after a position.
-- $1 instant, $2 position
-- No lock.
SELECT count(*) AS cases, count(*) FILTER (WHERE last_known_at >= $1 OR last_position > $2) AS late
FROM filed_case
