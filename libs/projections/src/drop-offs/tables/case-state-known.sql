-- Finds the cases that have records known at or after an instant.
-- No parameters. Creates an index.
CREATE INDEX case_state_known ON case_state (last_known_at)
