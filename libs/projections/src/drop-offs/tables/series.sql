-- What is counted in a cell.
-- No parameters. Creates a table.
CREATE TABLE series (
  id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  measure text NOT NULL,
  stage text NOT NULL,
  value text NOT NULL,
  UNIQUE (measure, stage, value)
)
