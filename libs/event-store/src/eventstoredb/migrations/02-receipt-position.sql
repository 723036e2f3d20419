-- Finds the head, counts what lies between two positions.
CREATE INDEX receipt_position ON event_store.receipt (position) WHERE ours
