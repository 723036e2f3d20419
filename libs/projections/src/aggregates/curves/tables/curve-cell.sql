-- Counts that curves are summed from: of the children of one birth year in one stratum, in a lane. Series and packing
-- of `counts` are told by curve cells and curve counts in libs/chain. The key is short and made of numbers: a town has
-- sixty thousand cells, and each is looked for and written by it.
-- No parameters. Creates a table.
CREATE TABLE curve_cell (
  lane smallint NOT NULL,
  birth_year smallint NOT NULL,
  stratum integer NOT NULL,
  counts bytea NOT NULL,
  PRIMARY KEY (lane, birth_year, stratum)
)
