-- Reserves the events of several calls. The function explains itself in migrations/07-reserve.sql.
--   $1 owner · $2 milliseconds · $3 stream_call · $4 stream_name · $5 expected · $6 size · $7 event_slot
--   $8 event_place · $9 event_id · $10 event_source
-- One advisory lock until the commit.
SELECT slot, verdict, reached
FROM event_store.reserve($1, $2 * interval '1 millisecond', $3, $4, $5, $6, $7, $8, $9, $10)
