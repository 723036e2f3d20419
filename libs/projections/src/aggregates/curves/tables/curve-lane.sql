-- What is counted in a cell of curves, whoever the children are: the way from one stage on (`measure` 'since'), or the state of
-- having reached it as the furthest one ('furthest'). `cuboid` says what a stratum is: area and poverty risk ('full'), or
-- poverty risk alone ('poverty'). `part` is told by curve cells in libs/chain. The numbers are given out by the projection.
-- No parameters. Creates a table.
CREATE TABLE curve_lane (
  id smallint PRIMARY KEY,
  chain text NOT NULL,
  measure text NOT NULL,
  from_stage text NOT NULL,
  cuboid text NOT NULL,
  part text NOT NULL,
  UNIQUE (chain, measure, from_stage, cuboid, part)
)
