-- What is counted in a cell. The ids are given out by the projection, one by one: a sequence would lose some
-- with every page that fails, and there are no more than 32,767.
-- No parameters. Creates a table.
CREATE TABLE series (
  id smallint PRIMARY KEY,
  measure text NOT NULL,
  stage text NOT NULL,
  value text NOT NULL,
  UNIQUE (measure, stage, value)
)
