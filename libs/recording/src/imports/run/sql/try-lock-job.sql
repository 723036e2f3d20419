-- Claims a job for this connection: whoever holds it works the job, and nobody else does.
-- $1 number of the lock. Lock: advisory, held until given back or until the connection ends, so that the job of a
-- process that died is free at once.
SELECT pg_try_advisory_lock($1) AS claimed
