-- Entries of the access log behind one id and up to another, in their order: a keyset page along the primary key.
-- $1 behind this id, $2 up to this id; each null for all: $3 from this instant on, $4 before this one, $5 role, $6 client,
-- $7 operation; $8 at most so many. Takes no lock that a writer waits for.
SELECT id, at, client_id AS client, role, agency, purpose, operation, resource, outcome
FROM access.access_log
WHERE id > $1 AND id <= $2
  AND ($3::timestamptz IS NULL OR at >= $3)
  AND ($4::timestamptz IS NULL OR at < $4)
  AND ($5::text IS NULL OR role = $5)
  AND ($6::text IS NULL OR client_id = $6)
  AND ($7::text IS NULL OR operation = $7)
ORDER BY id
LIMIT $8
