-- The clock that leases run by.
-- Takes no lock.
SELECT now()::text AS now
