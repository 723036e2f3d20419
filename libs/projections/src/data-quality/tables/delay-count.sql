-- How many facts of an agency became known how many months after the month in which they occurred. `stage` is empty for
-- moves and deaths. `stated`: the known instant was stated by whoever took over old data.
-- No parameters. Creates a table.
CREATE TABLE delay_count (
  agency text NOT NULL,
  stage text NOT NULL,
  occurred integer NOT NULL,
  delay integer NOT NULL,
  stated boolean NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (agency, stage, occurred, delay, stated)
)
