-- All series: some hundred.
-- No parameters. No lock.
SELECT id, measure, stage, value
FROM series
