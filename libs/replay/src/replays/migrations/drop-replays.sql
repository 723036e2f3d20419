-- Drops everything. Waits for whoever reads replays.
DROP SCHEMA replays CASCADE
