-- Where streams stand; those without events are left out.
--   $1 streams
-- Takes no lock that a writer waits for.
SELECT name, last.revision
FROM unnest($1::text[]) AS name
CROSS JOIN LATERAL (
  SELECT revision FROM event_store.event WHERE stream = name ORDER BY revision DESC LIMIT 1
) AS last
