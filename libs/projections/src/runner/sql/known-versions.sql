-- The versions that are in use or gave up.
-- $1 projection
-- No lock.
SELECT version, state, code
FROM projections.version
WHERE projection = $1 AND state <> 'retired'
