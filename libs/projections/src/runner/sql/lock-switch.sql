-- Takes the live version and the one being built, so that neither changes its state during a switch.
-- $1 projection
-- Locks both rows, in order of version, waiting for pages under way.
SELECT FROM projections.version
WHERE projection = $1 AND state IN ('live', 'building')
ORDER BY version
FOR UPDATE
