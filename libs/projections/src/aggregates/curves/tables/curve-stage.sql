-- The numbers of stages within packed counts. They are given out by the projection, one by one; 0 is no stage.
-- No parameters. Creates a table.
CREATE TABLE curve_stage (
  id smallint PRIMARY KEY,
  stage text NOT NULL UNIQUE
)
