-- Appends the calls of one round. The function explains itself in migrations/12-append.sql.
--   $1 recorded · $2 stream_call · $3 stream_name · $4 expected · $5 size · $6 event_slot · $7 event_place
--   $8 event_id · $9 event_type · $10 event_version · $11 event_source · $12 event_data · $13 event_metadata
-- Locks the head row until the commit.
SELECT call, verdict, before_first, revisions
FROM event_store.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
