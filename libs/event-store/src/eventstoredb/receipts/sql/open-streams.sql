-- Streams with events on their way.
--   $1 only these streams, null for any · $2 only reservations that ran out
-- Takes no lock.
SELECT DISTINCT stream FROM event_store.reservation
WHERE ($1::text[] IS NULL OR stream = ANY ($1)) AND (leased_until < now() OR NOT $2)
LIMIT 1000
