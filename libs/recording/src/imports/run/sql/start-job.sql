-- Takes a job up, for the first time or again after a crash; no row where it is done.
-- $1 id, $2 now, $3 head of the log, which only counts the first time. Locks the row of the job.
UPDATE recording.import_job
SET state = 'running',
    started_at = coalesce(started_at, $2),
    last_position = CASE state WHEN 'queued' THEN $3 ELSE last_position END
WHERE id = $1 AND state IN ('queued', 'running')
RETURNING *
