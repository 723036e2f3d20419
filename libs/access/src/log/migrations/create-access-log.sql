-- The access log: who asked for which figure or record, and why. Never what was in it.
-- Locks nothing that exists.
CREATE TABLE access.access_log (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL,
  client_id text NOT NULL,
  role      text NOT NULL,
  agency    text,
  purpose   text,
  operation text NOT NULL,
  resource  text NOT NULL,
  outcome   text NOT NULL
)
