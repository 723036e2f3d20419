-- The versions that take events, the live one first.
-- $1 projection, $2 code of the running program
-- No lock.
SELECT version, state
FROM projections.version
WHERE projection = $1 AND code = $2 AND state IN ('live', 'building')
ORDER BY state DESC
