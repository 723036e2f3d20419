-- The file broke off: nothing of it stays.
-- $1 job. Locks the row of the job and its chunks, which only this upload writes.
DELETE FROM recording.import_job WHERE id = $1 AND state = 'receiving'
