-- Events of many streams, each in order, that fit at least one pattern.
--   $1 streams · $2 types of the patterns · $3 what their data contains, {} for anything
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE stream = ANY ($1::text[])
  AND EXISTS (
    SELECT FROM unnest($2::text[], $3::jsonb[]) AS pattern (type, data)
    WHERE event.type = pattern.type AND event.data @> pattern.data
  )
ORDER BY stream, revision
