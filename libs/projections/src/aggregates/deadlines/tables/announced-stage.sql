-- The stages whose cases are counted by deadline: those that any agency has ever announced to deliver.
-- No parameters. Creates a table.
CREATE TABLE announced_stage (
  stage text PRIMARY KEY
)
