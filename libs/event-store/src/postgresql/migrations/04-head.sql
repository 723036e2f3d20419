-- One row: the position of the last event. A counter and not a sequence: it is updated last in an append and
-- stays locked until the commit, so positions are dense and become visible in their order.
CREATE TABLE event_store.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
) WITH (fillfactor = 10)
