-- Keeps what the rehearsal accepted, in order.
-- $1 job, $2 event ids, $3 streams, $4 events as JSON, $5 how many rows were rehearsed before
-- Locks nothing but its own new rows.
INSERT INTO recording.import_rehearsed (job, event_id, ordinal, stream, event)
SELECT $1, event_id, $5 + ordinal, stream, event::jsonb
FROM unnest($2::uuid[], $3::text[], $4::text[]) WITH ORDINALITY AS rehearsed (event_id, stream, event, ordinal)
