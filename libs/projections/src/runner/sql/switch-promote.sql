-- Second half of the switch, in the same transaction: puts the build into service where nothing is live.
-- $1 projection
-- Locks the building version's row; the unique index on live versions refuses a second one.
UPDATE projections.version
SET state = 'live'
WHERE projection = $1 AND state = 'building'
  AND NOT EXISTS (SELECT FROM projections.version WHERE projection = $1 AND state = 'live')
