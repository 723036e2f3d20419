-- The live version of the read model and its checkpoint.
-- No parameters. No lock: the caller's transaction sees one state of everything.
SELECT version, position
FROM projections.version
WHERE projection = 'drop-offs' AND state = 'live'
