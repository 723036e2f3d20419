-- Finds the cases that have something known at or after an instant.
-- No parameters. Creates an index.
CREATE INDEX filed_case_known ON filed_case (last_known_at)
