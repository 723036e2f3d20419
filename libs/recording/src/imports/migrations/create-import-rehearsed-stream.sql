-- Finds what was rehearsed for a case. Locks nothing but the still empty table.
CREATE INDEX import_rehearsed_stream ON recording.import_rehearsed (job, stream)
