-- The position of the first event.
-- Takes no lock that a writer waits for.
SELECT min(position) AS position FROM event_store.receipt WHERE ours
