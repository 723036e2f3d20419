-- The rehearsal found nothing wrong: from the beginning again, and this time to store.
-- $1 id, $2 head of the log. Locks the row of the job.
UPDATE recording.import_job
SET pass = 'store', read_bytes = 0, read_lines = 0, rows = 0, accepted = 0, duplicates = 0, rejected = 0,
    last_position = $2
WHERE id = $1
RETURNING *
