-- The schema of replays. Locks nothing that exists.
CREATE SCHEMA replays
