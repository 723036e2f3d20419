-- Everything of the log lives in a schema of its own.
-- Takes no lock that anybody waits for.
CREATE SCHEMA event_store
