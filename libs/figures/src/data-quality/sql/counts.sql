-- What arrived, by agency and month. $1 agency or null for all, $2 first month, $3 last month
-- No lock.
SELECT agency, month, kind, n::integer
FROM quality_count
WHERE ($1::text IS NULL OR agency = $1) AND month BETWEEN $2 AND $3
UNION ALL
SELECT agency, month, 'parked', count(*)::integer
FROM waiting_record
WHERE ($1::text IS NULL OR agency = $1) AND month BETWEEN $2 AND $3
GROUP BY agency, month
ORDER BY agency, month, kind
