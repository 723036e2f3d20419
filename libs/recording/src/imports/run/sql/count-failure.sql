-- Counts an attempt that failed for a reason of ours. $1 id. Locks the row of the job.
UPDATE recording.import_job SET failures = failures + 1 WHERE id = $1
