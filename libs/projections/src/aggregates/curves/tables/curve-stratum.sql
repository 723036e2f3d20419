-- The strata that curves are counted in, of both cuboids; null is unknown, and the area is always null where a
-- stratum is a poverty risk alone. The numbers are given out by the projection, one by one.
-- No parameters. Creates a table.
CREATE TABLE curve_stratum (
  id integer PRIMARY KEY,
  area text,
  poverty_risk boolean
)
