-- Parks events that can't be applied, or that wait behind such an event of their stream.
-- $1 projection, $2 version, $3 positions, $4 streams, $5 behind, $6 error
-- Inserts only; a repeated attempt counts up.
INSERT INTO projections.parked_event (projection, version, position, stream, behind, error, attempts)
SELECT $1, $2, position, stream, $5, $6, 1
FROM unnest($3::bigint[], $4::text[]) AS parked (position, stream)
ON CONFLICT (projection, version, position) DO UPDATE
SET attempts = parked_event.attempts + 1, error = excluded.error, behind = excluded.behind
