-- Adds to the delays. $1 agencies, $2 stages, $3 months, $4 delays, $5 whether stated, $6 how many more
-- Locks the written rows until the page commits.
INSERT INTO delay_count (agency, stage, occurred, delay, stated, n)
SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::boolean[], $6::bigint[])
ON CONFLICT (agency, stage, occurred, delay, stated) DO UPDATE SET n = delay_count.n + excluded.n
