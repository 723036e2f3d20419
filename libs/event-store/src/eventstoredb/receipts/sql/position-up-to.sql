-- The last position up to a number: one that the server has given, as any number need not be.
--   $1 the number
-- Takes no lock that a writer waits for.
SELECT max(position) AS position FROM event_store.receipt WHERE ours AND position <= $1
