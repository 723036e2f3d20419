-- Parks events that can't be applied, or that wait behind such an event of their stream.
-- $1 projection, $2 version, $3 positions, $4 streams, $5 behind, $6 error, $7 how often they were tried
-- Inserts, and counts further attempts; only the holder of the checkpoint touches these rows.
INSERT INTO projections.parked_event (projection, version, position, stream, behind, error, attempts)
SELECT $1, $2, position, stream, $5, $6, $7
FROM unnest($3::bigint[], $4::text[]) AS parked (position, stream)
ON CONFLICT (projection, version, position) DO UPDATE
SET attempts = parked_event.attempts + excluded.attempts, error = excluded.error, behind = excluded.behind
