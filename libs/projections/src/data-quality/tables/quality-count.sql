-- How many records of an agency arrived in a month (UTC), by what is worth knowing about them: `accepted` are all, `corrected`
-- and `retracted` those that put right earlier ones, the others bear the code of a warning.
-- No parameters. Creates a table.
CREATE TABLE quality_count (
  agency text NOT NULL,
  month integer NOT NULL,
  kind text NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (agency, month, kind)
)
