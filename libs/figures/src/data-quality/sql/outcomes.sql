-- What was sent and is not in the log, by agency and month: counted where it was refused, by the process that takes events in.
-- $1 agencies or null for all, $2 first month, $3 last month
-- No lock.
SELECT agency, month, kind, code, n::integer
FROM recording.outcome_count
WHERE ($1::text[] IS NULL OR agency = ANY ($1)) AND month BETWEEN $2 AND $3
