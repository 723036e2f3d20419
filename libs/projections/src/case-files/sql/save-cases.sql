-- Writes the cases that a page touched.
-- $1 case ids, $2 families, $3 packed deliveries, $4 first months, $5 last known instants, $6 last positions
-- Locks the written rows until the page commits.
INSERT INTO filed_case (case_id, family, deliveries, first_month, last_known_at, last_position)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::timestamptz[], $6::bigint[])
ON CONFLICT (case_id) DO UPDATE
SET family = excluded.family, deliveries = excluded.deliveries,
  first_month = excluded.first_month, last_known_at = excluded.last_known_at, last_position = excluded.last_position
