-- The true counts and cell keys behind the published ones: sealed[measure][stage][value] = [n, key]. They verify a release
-- after a case has been erased. Never for coordinators.
-- No parameters. Creates a table.
CREATE TABLE releases.sealed_cells (
  release text NOT NULL REFERENCES releases.release ON DELETE CASCADE,
  cube text NOT NULL,
  place text NOT NULL,
  coordinates json NOT NULL,
  sealed json NOT NULL,
  PRIMARY KEY (release, cube, place)
)
