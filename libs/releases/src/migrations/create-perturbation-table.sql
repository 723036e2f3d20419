-- Every perturbation table that a release was published with.
-- No parameters. Creates a table.
CREATE TABLE releases.perturbation_table (
  digest text PRIMARY KEY,
  name text NOT NULL,
  content json NOT NULL
)
