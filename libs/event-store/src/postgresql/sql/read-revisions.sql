-- Where streams stand; those without events are left out.
--   $1 streams
-- Takes no lock that a writer waits for.
SELECT name, revision FROM event_store.stream WHERE name = ANY ($1::text[])
