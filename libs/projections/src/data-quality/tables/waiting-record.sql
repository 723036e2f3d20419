-- Records that name a record which has not arrived.
-- No parameters. Creates a table.
CREATE TABLE waiting_record (
  position bigint PRIMARY KEY,
  agency text NOT NULL,
  month integer NOT NULL,
  source text NOT NULL,
  target text NOT NULL
)
