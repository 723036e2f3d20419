-- Notes that revisions are taken by events which have no receipt: somebody else wrote them into our streams.
--   $1 stream · $2 revision · $3 position · $4 type
-- Locks only the rows that it writes.
INSERT INTO event_store.receipt (id, stream, revision, position, type, recorded_at, ours)
SELECT gen_random_uuid(), stream, revision, position, type, now(), false
FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) AS t (stream, revision, position, type)
ORDER BY stream, revision
ON CONFLICT DO NOTHING
