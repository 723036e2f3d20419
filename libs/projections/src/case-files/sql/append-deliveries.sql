-- Adds packed deliveries to those of cases that no link names, and begins the cases that are new.
-- $1 case ids, $2 packed deliveries, $3 first months, $4 last known instants, $5 last positions
-- Locks the written rows until the stretch commits.
INSERT INTO filed_case AS filed (case_id, deliveries, first_month, last_known_at, last_position)
SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::timestamptz[], $5::bigint[])
ON CONFLICT (case_id) DO UPDATE
SET deliveries = filed.deliveries || ',' || excluded.deliveries,
  first_month = least(filed.first_month, excluded.first_month),
  last_known_at = greatest(filed.last_known_at, excluded.last_known_at),
  last_position = greatest(filed.last_position, excluded.last_position)
