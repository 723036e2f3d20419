-- The file is complete and, with this commit, on the disk: the job may be worked. No row where the spool was given up, or
-- where the database crashed while the file came in and has lost pieces of it.
-- $1 job, $2 digest, $3 now, $4 how many pieces it has. Locks the row of the job, which only this upload writes.
UPDATE recording.import_job SET state = 'queued', digest = $2, touched_at = $3
WHERE id = $1 AND state = 'receiving' AND (SELECT count(*) FROM recording.import_chunk WHERE job = $1) = $4
RETURNING *
