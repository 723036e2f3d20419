-- Adds entries to the access log, in their order.
-- One array for each column: $1 at, $2 client id, $3 role, $4 agency or null, $5 purpose or null, $6 operation,
-- $7 resource, $8 outcome. One advisory lock until the commit: ids come in the order of the commits, over all processes, so
-- that whoever reads on behind the last id misses none.
WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('lueckenlos access log')))
INSERT INTO access.access_log (at, client_id, role, agency, purpose, operation, resource, outcome)
SELECT at, client_id, role, agency, purpose, operation, resource, outcome
FROM alone, unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
  WITH ORDINALITY AS entry (at, client_id, role, agency, purpose, operation, resource, outcome, place)
ORDER BY place
