-- Ends the reservations of streams that ran out before an instant; what was stored has a receipt by now.
--   $1 streams · $2 ran out before
-- Locks only the rows that it deletes.
DELETE FROM event_store.reservation WHERE stream = ANY ($1::text[]) AND leased_until < $2
