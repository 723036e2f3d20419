-- Rehearsed events by id. $1 job, $2 event ids. Locks nothing.
SELECT stream, event FROM recording.import_rehearsed WHERE job = $1 AND event_id = ANY ($2::uuid[])
