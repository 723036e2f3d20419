-- Stops a build for good.
-- $1 projection, $2 version, $3 error
-- Locks the version's row.
UPDATE projections.version
SET state = 'failed', error = $3
WHERE projection = $1 AND version = $2 AND state = 'building'
