-- Jobs that are to be worked, the oldest first, behind a given one. $1 place behind which to look. Locks nothing.
SELECT id, seq FROM recording.import_job WHERE state IN ('queued', 'running') AND seq > $1 ORDER BY seq LIMIT 1
