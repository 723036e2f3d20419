-- The first parked event of a stream.
-- $1 projection, $2 version, $3 stream
-- No lock beyond the checkpoint's, which the transaction holds.
SELECT position
FROM projections.parked_event
WHERE projection = $1 AND version = $2 AND stream = $3
ORDER BY position
LIMIT 1
