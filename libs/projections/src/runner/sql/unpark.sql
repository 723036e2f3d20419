-- Lets the events of a stream go, once they are applied.
-- $1 projection, $2 version, $3 stream
-- Deletes rows that only the holder of the checkpoint touches.
DELETE FROM projections.parked_event
WHERE projection = $1 AND version = $2 AND stream = $3
