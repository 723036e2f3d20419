-- The published counts of one table at one place: counts[measure][stage][value]. What is absent is zero.
-- No parameters. Creates a table.
CREATE TABLE releases.published_cells (
  release text NOT NULL REFERENCES releases.release ON DELETE CASCADE,
  cube text NOT NULL,
  place text NOT NULL,
  coordinates json NOT NULL,
  counts json NOT NULL,
  PRIMARY KEY (release, cube, place)
)
