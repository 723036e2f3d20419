-- The position of the last event.
-- Takes no lock that a writer waits for.
SELECT coalesce(max(position), 0) AS position FROM event_store.receipt WHERE ours
