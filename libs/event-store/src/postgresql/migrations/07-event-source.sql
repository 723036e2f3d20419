-- Finds what one sender has sent, in order.
CREATE INDEX event_source ON event_store.event (source, position) WHERE source IS NOT NULL
