-- Gives a job back. $1 number of the lock. Lock: the advisory one of this connection.
SELECT pg_advisory_unlock($1)
