-- What was said about deliveries between two positions of the log, and about which stages; null is all.
-- $1 the position after which, $2 the last one
-- No lock.
SELECT DISTINCT kind, stages FROM delivery_statement WHERE position > $1 AND position <= $2
UNION
SELECT 'delivery-calendar-defined', NULL FROM delivery_calendar WHERE position > $1 AND position <= $2
