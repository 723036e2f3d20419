-- The next stream, in order of name, that has parked events in the live version.
-- $1 projection, $2 the stream handled last
-- No lock.
SELECT parked.stream
FROM projections.parked_event AS parked
JOIN projections.version AS live USING (projection, version)
WHERE parked.projection = $1 AND live.state = 'live' AND parked.stream > $2
ORDER BY parked.stream
LIMIT 1
