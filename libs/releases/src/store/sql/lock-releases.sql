-- One publication or withdrawal at a time in the whole installation.
-- No parameters. Takes an advisory lock until the transaction ends, waiting for it.
SELECT pg_advisory_xact_lock(hashtext('lueckenlos releases'))
