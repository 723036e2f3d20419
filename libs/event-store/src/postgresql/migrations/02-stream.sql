-- One row per stream: the revision of its last event. The row is the lock that orders appends to the stream.
-- The fill factor leaves room on the page, so that an increment need not touch an index.
-- Names compare by bytes ("C"): cheaper, and the same order of locks whatever the locale of the database.
CREATE TABLE event_store.stream (
  name text COLLATE "C" PRIMARY KEY,
  revision bigint NOT NULL,
  category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(name, '-', 1)) STORED
) WITH (fillfactor = 80)
