-- Events of many streams, each in order, that fit at least one pattern.
--   $1 streams · $2 types of the patterns · $3 what their data contains, {} for anything
-- Stream by stream, through the index: a planner that has no statistics yet would read the whole log for many streams.
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM (SELECT DISTINCT unnest($1::text[]) AS name) AS wanted
CROSS JOIN LATERAL (
  SELECT * FROM event_store.event
  WHERE stream = name
    AND EXISTS (
      SELECT FROM unnest($2::text[], $3::jsonb[]) AS pattern (type, data)
      WHERE event.type = pattern.type AND event.data @> pattern.data
    )
  OFFSET 0
) AS event
ORDER BY stream, revision
