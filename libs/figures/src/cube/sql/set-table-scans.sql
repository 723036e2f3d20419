-- Says whether statements of this transaction may scan tables, or have to find each row by an index.
-- $1 'on' or 'off'
-- No lock.
SELECT set_config('enable_seqscan', $1, true), set_config('enable_bitmapscan', $1, true)
