-- The published counts of one table of a release.
-- $1 release, $2 table
-- No lock.
SELECT coordinates, counts
FROM releases.published_cells
WHERE release = $1 AND cube = $2
