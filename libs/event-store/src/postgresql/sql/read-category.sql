-- Events of all streams of a category after a position, in order. Names compare by bytes: those that are the category or begin
-- with it and a hyphen lie between it and what follows the hyphen.
--   $1 category · $2 after this position · $3 at most so many
-- Takes no lock that a writer waits for.
SELECT position, stream, revision, id, type, schema_version, source, data, metadata,
  (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.event
WHERE stream >= $1 AND stream < $1 || '.' AND split_part(stream, '-', 1) = $1 AND position > $2
ORDER BY position
LIMIT $3
