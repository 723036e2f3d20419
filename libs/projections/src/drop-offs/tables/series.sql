-- What is counted in a cell.
-- No parameters. Creates a table.
CREATE TABLE series (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  measure text NOT NULL,
  stage text NOT NULL,
  value text NOT NULL,
  UNIQUE (measure, stage, value)
)
