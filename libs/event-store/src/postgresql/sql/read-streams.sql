-- Events of many streams, each in order.
--   $1 streams
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE stream = ANY ($1::text[])
ORDER BY stream, revision
