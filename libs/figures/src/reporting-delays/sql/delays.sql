-- Delays between occurrence and known instant. $1 agencies or null for all, $2 stage or null for all, $3 first month of
-- occurrence, $4 last month in which they became known
-- No lock.
SELECT agency, stage, occurred, delay, stated, n::integer
FROM delay_count
WHERE ($1::text[] IS NULL OR agency = ANY ($1)) AND ($2::text IS NULL OR stage = $2)
  AND occurred >= $3 AND occurred + delay <= $4
ORDER BY agency, stage, occurred, delay
