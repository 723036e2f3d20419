-- Notes a release whose event is not in the log yet.
-- $1 id, $2 chain, $3 terms, $4 definitions
-- Inserts one row.
INSERT INTO releases.release (id, chain, state, terms, definitions)
VALUES ($1, $2, 'prepared', $3, $4)
