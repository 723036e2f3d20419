-- First half of the switch: takes the live version out of service if the build has caught up with it.
-- $1 projection
-- Locks the live version's row.
UPDATE projections.version AS live
SET state = 'retired'
FROM projections.version AS building
WHERE live.projection = $1 AND live.state = 'live'
  AND building.projection = $1 AND building.state = 'building'
  AND building.position >= live.position
