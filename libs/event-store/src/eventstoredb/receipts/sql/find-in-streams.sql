-- Which part of each stream holds events of these types.
--   $1 streams · $2 types, null for any
-- Takes no lock that a writer waits for.
SELECT stream, min(revision) AS first, max(revision) AS last
FROM event_store.receipt
WHERE stream = ANY ($1::text[]) AND ours AND ($2::text[] IS NULL OR type = ANY ($2))
GROUP BY stream
