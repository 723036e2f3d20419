-- The file is complete: the job may be worked.
-- $1 job, $2 digest, $3 now. Locks the row of the job, which only this upload writes.
UPDATE recording.import_job SET state = 'queued', digest = $2, touched_at = $3
WHERE id = $1 AND state = 'receiving'
RETURNING *
