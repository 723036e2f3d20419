-- Counts a chunk that is in the log. Does not wait for the disk: what a crash takes with it is read from the file once
-- more, and what is in the log counts as the job's own.
-- $1 id, $2 bytes read, $3 lines read, $4 rows, $5 accepted, $6 duplicates, $7 rejected, $8 last position
-- Locks the row of the job; a cancellation is waited for.
UPDATE recording.import_job
SET read_bytes = $2, read_lines = $3, rows = $4, accepted = $5, duplicates = $6, rejected = $7, last_position = $8,
    failures = 0
FROM set_config('synchronous_commit', 'off', true)
WHERE id = $1
RETURNING cancel_requested
