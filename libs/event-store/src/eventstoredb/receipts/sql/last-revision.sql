-- The last revision of a stream that has a receipt.
--   $1 stream
-- Takes no lock that a writer waits for.
SELECT max(revision) AS revision FROM event_store.receipt WHERE stream = $1
