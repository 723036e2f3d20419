-- The rejected lines of a job, in order, behind a given line.
-- $1 job, $2 line, $3 most rows. Locks nothing.
SELECT line, id, faults FROM recording.import_rejection
WHERE job = $1 AND line > $2
ORDER BY line
LIMIT $3
