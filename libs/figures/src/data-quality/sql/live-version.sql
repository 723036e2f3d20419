-- The live version of what is counted of arrivals, and its checkpoint.
-- No parameters. No lock: the caller's transaction sees one state of everything.
SELECT version, position
FROM projections.version
WHERE projection = 'quality' AND state = 'live'
