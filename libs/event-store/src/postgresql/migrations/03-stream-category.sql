-- Finds the streams of a category.
CREATE INDEX stream_category ON event_store.stream (category)
