-- The numbers of stages within packed counts.
-- No parameters. No lock.
SELECT id, stage
FROM curve_stage
