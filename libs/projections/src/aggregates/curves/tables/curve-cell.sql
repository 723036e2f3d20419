-- Counts that curves are summed from: of the children of one birth year in one stratum, on the way from one stage on
-- (`measure` 'since') or in the state of having reached it as the furthest one ('furthest').
-- `cuboid` says what a stratum is: area and poverty risk ('full'), or poverty risk alone ('poverty'). `part`, the
-- series and the packing of `counts` are told by curve cells and curve counts in libs/chain.
-- No parameters. Creates a table.
CREATE TABLE curve_cell (
  chain text NOT NULL,
  measure text NOT NULL,
  from_stage text NOT NULL,
  cuboid text NOT NULL,
  part text NOT NULL,
  birth_year smallint NOT NULL,
  stratum integer NOT NULL,
  counts bytea NOT NULL,
  PRIMARY KEY (chain, measure, from_stage, cuboid, part, birth_year, stratum)
)
