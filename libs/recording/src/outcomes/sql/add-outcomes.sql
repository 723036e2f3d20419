-- Adds to the counts. $1 agencies, $2 months, $3 kinds, $4 codes, $5 how many more
-- Locks the written rows; all who add take them in the same order.
INSERT INTO recording.outcome_count (agency, month, kind, code, n)
SELECT agency, month, kind, code, n
FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::bigint[]) AS more (agency, month, kind, code, n)
ORDER BY agency, month, kind, code
ON CONFLICT (agency, month, kind, code) DO UPDATE SET n = outcome_count.n + excluded.n
