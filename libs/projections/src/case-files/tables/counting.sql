-- How far the case files are counted, while a version is being filled; one row at most: the last file that is.
-- No parameters. Creates a table.
CREATE TABLE counting (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  first_month integer NOT NULL,
  case_id text NOT NULL
)
