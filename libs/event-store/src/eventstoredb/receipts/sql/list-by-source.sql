-- Where one sender's events stand after a position, in order. Nothing beyond the place where an event on its way may
-- still come in: whoever reads on from the last position must not miss it.
--   $1 source · $2 after this position · $3 at most so many
-- Takes no lock that a writer waits for.
SELECT id, stream, revision, position, (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_ms
FROM event_store.receipt
WHERE ours AND source = $1 AND position > $2
  AND position <= coalesce((SELECT min(floor) FROM event_store.reservation WHERE source = $1), 9223372036854775807)
ORDER BY position
LIMIT $3
