-- What arrived, by agency and month. $1 agencies or null for all, $2 first month, $3 last month
-- No lock.
SELECT agency, month, CASE WHEN kind LIKE '%.%' THEN 'warning' ELSE kind END AS kind, kind AS code, n::integer
FROM quality_count
WHERE ($1::text[] IS NULL OR agency = ANY ($1)) AND month BETWEEN $2 AND $3
UNION ALL
SELECT agency, month, 'parked', '', count(*)::integer
FROM waiting_record
WHERE ($1::text[] IS NULL OR agency = ANY ($1)) AND month BETWEEN $2 AND $3
GROUP BY agency, month
