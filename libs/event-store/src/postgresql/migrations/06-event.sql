-- The log itself. Rows are inserted and read, never changed.
CREATE TABLE event_store.event (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  source text COLLATE "C",
  data jsonb NOT NULL,
  metadata jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT event_stream_revision UNIQUE (stream, revision),
  CONSTRAINT event_id UNIQUE (id)
)
