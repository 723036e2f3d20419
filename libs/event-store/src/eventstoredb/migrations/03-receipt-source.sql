-- Finds what one sender has sent, in order.
CREATE INDEX receipt_source ON event_store.receipt (source, position) WHERE ours AND source IS NOT NULL
