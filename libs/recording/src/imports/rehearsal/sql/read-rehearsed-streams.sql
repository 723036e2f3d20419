-- Rehearsed events of cases, in order; of the given types. $1 job, $2 streams, $3 types. Locks nothing.
SELECT stream, event FROM recording.import_rehearsed
WHERE job = $1 AND stream = ANY ($2) AND event ->> 'type' = ANY ($3)
ORDER BY ordinal
