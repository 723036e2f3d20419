-- Adds one entry to the access log.
-- $1 at, $2 client id, $3 role, $4 agency or null, $5 purpose or null, $6 operation, $7 resource, $8 outcome
-- Locks nothing but its own new row.
INSERT INTO access.access_log (at, client_id, role, agency, purpose, operation, resource, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
