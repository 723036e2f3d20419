-- The numbers of all stages.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT id, stage
FROM curve_stage
