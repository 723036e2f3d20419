-- All series of the version: some hundred.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT id, measure, stage, value
FROM series
