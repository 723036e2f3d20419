-- The position of the last event.
-- Takes no lock that a writer waits for: it sees the last committed head.
SELECT position FROM event_store.head
