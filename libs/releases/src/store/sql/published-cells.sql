-- The published counts of one table of a release, of one stage only where stages are stored apart and one is asked for.
-- $1 release, $2 table, $3 stage or null
-- No lock.
SELECT coordinates, counts
FROM releases.published_cells
WHERE release = $1 AND cube = $2 AND ($3::text IS NULL OR stage IS NULL OR stage = $3)
