-- How a version stands, and whether it has parked events.
-- $1 projection, $2 version
-- No lock: what follows of it is checked again under the lock.
SELECT position, gathered, counting, state,
  EXISTS (SELECT FROM projections.parked_event WHERE projection = $1 AND version = $2) AS parked
FROM projections.version
WHERE projection = $1 AND version = $2
