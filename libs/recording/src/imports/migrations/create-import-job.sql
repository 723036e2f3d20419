-- One row for each import: who sent it, how far it is, what came of it. Kept for good; holds no payload.
-- `pass`: a rehearsal goes through the file and stores nothing; storing does. `read_bytes` and `read_lines` say how far
-- the present pass has come: everything before is counted, nothing after it is.
-- Locks nothing that exists.
CREATE TABLE recording.import_job (
  id               uuid PRIMARY KEY,
  seq              bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  agency           text NOT NULL,
  client_id        text NOT NULL,
  role             text NOT NULL,
  scopes           text[] NOT NULL,
  media            text NOT NULL CHECK (media IN ('ndjson', 'csv')),
  mode             text NOT NULL CHECK (mode IN ('each', 'all')),
  dry_run          boolean NOT NULL,
  state            text NOT NULL
    CHECK (state IN ('receiving', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  cancel_requested boolean NOT NULL DEFAULT false,
  digest           text,
  touched_at       timestamptz NOT NULL,
  started_at       timestamptz,
  finished_at      timestamptz,
  pass             text NOT NULL CHECK (pass IN ('rehearse', 'store')),
  read_bytes       bigint NOT NULL DEFAULT 0,
  read_lines       bigint NOT NULL DEFAULT 0,
  rows             bigint NOT NULL DEFAULT 0,
  accepted         bigint NOT NULL DEFAULT 0,
  duplicates       bigint NOT NULL DEFAULT 0,
  rejected         bigint NOT NULL DEFAULT 0,
  last_position    bigint NOT NULL DEFAULT 0,
  failures         integer NOT NULL DEFAULT 0
)
