-- Makes room for what this library keeps. Locks nothing that exists.
CREATE SCHEMA IF NOT EXISTS recording
