-- Finds entries by time, for readers and for the retention; small, because entries stand nearly in the order of their time.
-- Takes SHARE on the access log while it is built.
CREATE INDEX access_log_at ON access.access_log USING brin (at)
