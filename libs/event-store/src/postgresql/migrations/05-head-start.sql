-- An empty log ends at 0.
INSERT INTO event_store.head (position) VALUES (0)
