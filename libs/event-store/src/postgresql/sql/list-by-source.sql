-- One sender's events after a position, in order.
--   $1 source · $2 after this position · $3 at most so many
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE source = $1 AND position > $2
ORDER BY position
LIMIT $3
