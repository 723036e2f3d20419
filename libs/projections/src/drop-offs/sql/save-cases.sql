-- Writes the states of the cases that a page touched.
-- $1 case ids, $2 packed records, $3 last known instants
-- Locks the written rows until the page commits.
INSERT INTO case_state (case_id, records, last_known_at)
SELECT * FROM unnest($1::text[], $2::json[], $3::timestamptz[])
ON CONFLICT (case_id) DO UPDATE
SET records = excluded.records, last_known_at = excluded.last_known_at
