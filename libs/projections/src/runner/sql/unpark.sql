-- Lets a parked event go, once it is applied.
-- $1 projection, $2 version, $3 position
-- Deletes a row that only the holder of the checkpoint touches.
DELETE FROM projections.parked_event
WHERE projection = $1 AND version = $2 AND position = $3
