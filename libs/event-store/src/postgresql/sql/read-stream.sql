-- Events of one stream, oldest first.
--   $1 stream · $2 from this revision on · $3 at most so many
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE stream = $1 AND revision >= $2
ORDER BY revision
LIMIT $3
