-- The newest definition of each chain.
-- No parameters. Creates a table.
CREATE TABLE chain (
  id text PRIMARY KEY,
  position bigint NOT NULL,
  definition json NOT NULL
)
