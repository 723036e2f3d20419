-- Stores the next piece of a file that is coming in; no row where the spool was given up in the meantime.
-- Does not wait for the disk: whoever closes the spool does, for all pieces at once.
-- $1 job, $2 number of the piece, $3 the piece, $4 now. Locks the row of the job, which only this upload writes.
WITH receiving AS (
  UPDATE recording.import_job SET touched_at = $4 WHERE id = $1 AND state = 'receiving' RETURNING id
)
INSERT INTO recording.import_chunk (job, number, content)
SELECT id, $2, $3 FROM receiving CROSS JOIN set_config('synchronous_commit', 'off', true)
