-- Ends an owner's reservations of events that were certainly not stored.
--   $1 owner · $2 ids
-- Locks only the rows that it deletes.
DELETE FROM event_store.reservation WHERE owner = $1 AND id = ANY ($2::uuid[])
