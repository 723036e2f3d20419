-- Events by id, in order of the log.
--   $1 ids
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE id = ANY ($1::uuid[])
ORDER BY position
