-- Writes receipts for events that are in the log; those that have one keep it. Their reservations end.
--   $1 id · $2 stream · $3 revision · $4 position · $5 type · $6 source · $7 sender's id · $8 content hash
--   $9 recorded
-- Locks only the rows that it writes.
WITH ended AS (
  DELETE FROM event_store.reservation WHERE id = ANY ($1::uuid[])
)
INSERT INTO event_store.receipt
  (id, stream, revision, position, type, source, sender_id, content_hash, recorded_at, ours)
SELECT id, stream, revision, position, type, source, sender_id, content_hash, recorded_at, true
FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::timestamptz[])
  AS t (id, stream, revision, position, type, source, sender_id, content_hash, recorded_at)
ORDER BY stream, revision
ON CONFLICT DO NOTHING
