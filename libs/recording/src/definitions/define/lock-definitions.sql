-- Waits until no other process is defining anything. No parameters; the number is this lock's own.
-- Lock: advisory, exclusive, given back at the end of the transaction; it stops no reader and no writer of tables.
SELECT pg_advisory_xact_lock(7305114010)
