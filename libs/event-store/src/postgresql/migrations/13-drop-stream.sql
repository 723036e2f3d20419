-- The index of the events knows each stream and its revision.
-- Waits for whoever appends, and takes ACCESS EXCLUSIVE on the table, which nobody uses any more.
DROP TABLE event_store.stream
