-- Finds what waits for a record.
-- No parameters. Creates an index.
CREATE INDEX waiting_record_target ON waiting_record (source, target)
