-- How far the case files are counted, while a version is being filled; one row at most.
-- No parameters. Creates a table.
CREATE TABLE counting (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  counted_up_to text NOT NULL
)
