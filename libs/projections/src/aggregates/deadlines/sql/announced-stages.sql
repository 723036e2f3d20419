-- The stages whose cases are counted by deadline.
-- No parameters. No lock.
SELECT stage
FROM announced_stage
