-- Lost cases and closed windows of a stage by the month of the deadline, in the finest cells of the cube. `changes` holds
-- by how much each (value, deadline) changes in which month; the number of the series says both (see unconfirmed.ts in libs/chain).
-- `deadline` is the last one in the row: a question skips what no silence of a source can concern. As in the cube, rows of
-- dimension 'first' hold the difference to 'last'.
-- No parameters. Creates a table.
CREATE TABLE deadline_cell (
  key text PRIMARY KEY,
  chain text NOT NULL,
  stage text NOT NULL,
  dimension text NOT NULL,
  birth_year smallint NOT NULL,
  school_year smallint,
  area text,
  poverty_risk boolean,
  deadline integer NOT NULL,
  months integer[] NOT NULL,
  starts integer[] NOT NULL,
  changes bytea NOT NULL
)
