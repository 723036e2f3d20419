-- Where events stand, by id, in order of the log.
--   $1 ids
-- Takes no lock that a writer waits for.
SELECT id, stream, revision, position, (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.receipt
WHERE id = ANY ($1::uuid[]) AND ours
ORDER BY position
