-- Whether changes are taken, and what time it is there. Locks nothing.
SELECT current_setting('transaction_read_only')::boolean AS read_only, clock_timestamp() AS now
