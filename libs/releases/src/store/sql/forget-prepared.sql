-- Forgets releases that never came into the log, with their cells.
-- No parameters. Locks the deleted rows until commit.
DELETE FROM releases.release
WHERE state = 'prepared'
