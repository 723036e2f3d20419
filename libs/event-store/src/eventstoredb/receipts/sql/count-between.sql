-- How many events stand between two positions, the later one included.
--   $1 after this position · $2 up to this one
-- Takes no lock that a writer waits for.
SELECT count(*) AS events FROM event_store.receipt WHERE ours AND position > $1 AND position <= $2
