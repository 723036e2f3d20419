-- Removes the file of a job that was cancelled before it began.
-- $1 id. Locks the chunks of that job, which nobody reads any more.
DELETE FROM recording.import_chunk
WHERE job = (SELECT id FROM recording.import_job WHERE id = $1 AND state = 'cancelled')
