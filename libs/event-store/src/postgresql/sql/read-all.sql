-- The log after a position, in order: a keyset page along the primary key.
--   $1 after this position · $2 at most so many
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE position > $1
ORDER BY position
LIMIT $2
