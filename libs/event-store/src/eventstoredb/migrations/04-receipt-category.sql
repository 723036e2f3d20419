-- Finds the events of a category, in order.
CREATE INDEX receipt_category ON event_store.receipt (category, position) WHERE ours
