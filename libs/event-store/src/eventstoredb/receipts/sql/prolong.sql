-- Prolongs an owner's reservations while their events wait for their turn, or for being sent once more.
--   $1 owner · $2 ids · $3 milliseconds
-- Locks only the rows that it updates, until the commit.
UPDATE event_store.reservation SET leased_until = now() + $3 * interval '1 millisecond'
WHERE owner = $1 AND id = ANY ($2::uuid[])
RETURNING id
