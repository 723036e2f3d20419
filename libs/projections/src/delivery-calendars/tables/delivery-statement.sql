-- What agencies said to be completely delivered, or not after all: one row per record. Null is all stages, the whole town.
-- No parameters. Creates a table.
CREATE TABLE delivery_statement (
  position bigint PRIMARY KEY,
  agency text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  known_at timestamptz NOT NULL,
  first_month integer NOT NULL,
  last_month integer NOT NULL,
  stages text[],
  areas text[]
)
