-- The cells of the data cube. A cuboid says which of the columns are set apart; the others are null there.
-- Rows of dimension 'first' hold only the difference to 'last': most cases never change area or poverty risk.
-- No parameters. Creates a table.
CREATE TABLE cell (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain text NOT NULL,
  dimension text NOT NULL,
  cuboid text NOT NULL,
  birth_year smallint,
  school_year smallint,
  area text,
  poverty_risk boolean,
  UNIQUE NULLS NOT DISTINCT (chain, cuboid, dimension, birth_year, school_year, area, poverty_risk)
)
