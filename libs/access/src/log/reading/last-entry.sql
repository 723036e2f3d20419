-- The id of the last entry of the access log, 0 where there is none. Takes no lock that a writer waits for.
SELECT coalesce(max(id), 0) AS id FROM access.access_log
