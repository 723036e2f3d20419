-- Removes the file of a job that is done. $1 id. Locks the chunks of that job, which nobody else reads.
DELETE FROM recording.import_chunk WHERE job = $1
