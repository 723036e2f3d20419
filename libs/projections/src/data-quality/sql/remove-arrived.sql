-- Forgets what waited for records that have now arrived. $1 positions, $2 sources, $3 ids
-- Locks the deleted rows until the page commits.
DELETE FROM waiting_record AS waiting
USING unnest($1::bigint[], $2::text[], $3::text[]) AS arrived (position, source, id)
WHERE waiting.source = arrived.source AND waiting.target = arrived.id AND waiting.position < arrived.position
