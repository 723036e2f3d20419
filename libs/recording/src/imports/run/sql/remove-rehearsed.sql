-- Removes what a rehearsal kept. $1 id. Locks the rows of that job, which nobody else reads.
DELETE FROM recording.import_rehearsed WHERE job = $1
