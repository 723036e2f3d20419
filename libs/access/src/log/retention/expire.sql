-- Lets the expired entries of the access log go.
-- $1 those before this instant, $2 when this is done. Locks the rows that go.
SELECT access.expire_access_log($1, $2) AS expired
