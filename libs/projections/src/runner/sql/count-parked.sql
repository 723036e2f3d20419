-- How many events are parked in the live version.
-- $1 projection
-- No lock.
SELECT count(*) AS parked
FROM projections.parked_event
JOIN projections.version USING (projection, version)
WHERE projection = $1 AND state = 'live'
