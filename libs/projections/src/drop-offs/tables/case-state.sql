-- The records of each case, packed. json and not jsonb: it is never searched, only read back whole.
-- No parameters. Creates a table; room is left on each page, because every new record rewrites its case.
CREATE TABLE case_state (
  case_id text PRIMARY KEY,
  records json NOT NULL,
  last_known_at timestamptz(3) NOT NULL
) WITH (fillfactor = 70)
