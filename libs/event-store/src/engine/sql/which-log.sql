-- Whether this database belongs to a log in PostgreSQL, or to one on EventStoreDB.
-- Takes no lock that a writer waits for.
SELECT (SELECT position > 0 FROM event_store.head) AS postgresql,
  EXISTS (SELECT FROM event_store.receipt) AS eventstoredb
