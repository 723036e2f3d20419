-- Finds the cases that have something after a position of the log.
-- No parameters. Creates an index.
CREATE INDEX filed_case_position ON filed_case (last_position)
