-- Events of many streams, each in order.
--   $1 streams
-- Stream by stream, through the index: a planner that has no statistics yet would read the whole log for many streams.
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM (SELECT DISTINCT unnest($1::text[]) AS name) AS wanted
CROSS JOIN LATERAL (
  SELECT * FROM event_store.event
  WHERE stream = name
  OFFSET 0
) AS event
ORDER BY stream, revision
