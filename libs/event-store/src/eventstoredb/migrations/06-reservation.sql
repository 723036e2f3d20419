-- Events on their way: reserved before they are sent, gone once there is a receipt or the certainty that there is
-- none. While a stream has such a row nobody else appends to it, so that its next revision is known.
CREATE TABLE event_store.reservation (
  id uuid PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  -- The very place that the event is sent for: sending it again is the same append.
  revision bigint NOT NULL,
  source text COLLATE "C",
  category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(stream, '-', 1)) STORED,
  -- The last position that was known before: the event will stand behind it.
  floor bigint NOT NULL,
  owner uuid NOT NULL,
  leased_until timestamptz NOT NULL,
  CONSTRAINT reservation_stream_revision UNIQUE (stream, revision)
) WITH (fillfactor = 50)
