-- What the log on EventStoreDB holds, without its payload: an event's id, where it stands, what it weighs against.
-- The server guarantees none of this across streams: the primary key does. Rows are inserted and read, never changed.
-- An event that somebody else wrote into a stream of ours has a row too, because it takes a revision: not `ours`.
CREATE TABLE event_store.receipt (
  id uuid PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  position bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  source text COLLATE "C",
  sender_id text,
  content_hash text,
  recorded_at timestamptz(3) NOT NULL,
  ours boolean NOT NULL,
  category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(stream, '-', 1)) STORED,
  CONSTRAINT receipt_stream_revision UNIQUE (stream, revision)
)
