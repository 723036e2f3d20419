-- Takes over the reservations of a stream, if they are for just these events in this order.
--   $1 new owner · $2 stream · $3 ids in order · $4 milliseconds
-- Locks only the rows that it updates, until the commit.
UPDATE event_store.reservation SET owner = $1, leased_until = now() + $4 * interval '1 millisecond'
WHERE stream = $2 AND $3::uuid[] = (
  SELECT array_agg(r.id ORDER BY r.revision) FROM event_store.reservation AS r WHERE r.stream = $2
)
RETURNING revision
