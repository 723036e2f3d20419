-- Which of the streams have parked events.
-- $1 projection, $2 version, $3 streams
-- No lock.
SELECT DISTINCT stream
FROM projections.parked_event
WHERE projection = $1 AND version = $2 AND stream = ANY ($3)
