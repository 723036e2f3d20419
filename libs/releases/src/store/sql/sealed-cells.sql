-- The true counts and keys of one table of a release.
-- $1 release, $2 table
-- No lock.
SELECT coordinates, sealed
FROM releases.sealed_cells
WHERE release = $1 AND cube = $2
