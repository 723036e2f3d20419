-- By how much a series of a cell changes in a span of 1 or 12 months that begins with `month` (months since
-- year 0). The count at a month is the sum over the years before its year and over its year's months so far.
-- No parameters. Creates a table.
CREATE TABLE change (
  cell integer NOT NULL,
  span smallint NOT NULL,
  month integer NOT NULL,
  series integer NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (cell, span, month, series) INCLUDE (n)
) WITH (fillfactor = 90)
