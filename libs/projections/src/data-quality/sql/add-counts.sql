-- Adds to the counts. $1 agencies, $2 months, $3 kinds, $4 how many more
-- Locks the written rows until the page commits.
INSERT INTO quality_count (agency, month, kind, n)
SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::bigint[])
ON CONFLICT (agency, month, kind) DO UPDATE SET n = quality_count.n + excluded.n
