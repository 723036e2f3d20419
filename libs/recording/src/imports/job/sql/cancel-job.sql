-- Cancels a job that waits; asks one that runs to stop behind its present chunk. Others stay as they are.
-- $1 id, $2 agency, $3 now. Locks the row of the job; a worker that saves progress is waited for.
UPDATE recording.import_job
SET cancel_requested = true,
    state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
    finished_at = CASE state WHEN 'queued' THEN $3::timestamptz ELSE finished_at END
WHERE id = $1 AND agency = $2 AND state IN ('queued', 'running')
