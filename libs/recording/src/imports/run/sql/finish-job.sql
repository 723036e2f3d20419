-- The job is done. $1 id, $2 state, $3 now, $4 whether what was only rehearsed is not counted as accepted.
-- Locks the row of the job.
UPDATE recording.import_job
SET state = $2, finished_at = $3, accepted = CASE WHEN $4 THEN 0 ELSE accepted END
WHERE id = $1
