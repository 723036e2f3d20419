-- The cells of the data cube. A cuboid says which of the columns are set apart; the others are null there.
-- `key` holds all columns as one text, because null is a value here and no index finds a null by comparing.
-- `changes` holds by how much each series changes in which month (see packed changes in libs/chain), in pages that
-- begin in `months`, at the bytes `starts`: the counts at a month are in one page. Rows of dimension 'first' hold
-- only the difference to 'last': most cases never change area or poverty risk.
-- No parameters. Creates a table.
CREATE TABLE cell (
  key text PRIMARY KEY,
  chain text NOT NULL,
  dimension text NOT NULL,
  cuboid text NOT NULL,
  birth_year smallint,
  school_year smallint,
  area text,
  poverty_risk boolean,
  months integer[] NOT NULL,
  starts integer[] NOT NULL,
  changes bytea NOT NULL
)
