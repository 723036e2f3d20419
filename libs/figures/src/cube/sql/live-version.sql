-- The live version of the read models, its checkpoint, and whether it answers: one that has read events and counted none
-- of them is being filled for the first time.
-- No parameters. No lock: the caller's transaction sees one state of everything.
SELECT version, position, position > 0 OR gathered = 0 AS is_filled
FROM projections.version
WHERE projection = 'drop-offs' AND state = 'live'
