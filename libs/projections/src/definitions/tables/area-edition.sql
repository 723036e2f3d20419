-- The newest definition of each edition of each area hierarchy.
-- No parameters. Creates a table.
CREATE TABLE area_edition (
  municipality text NOT NULL,
  valid_from text NOT NULL,
  position bigint NOT NULL,
  areas json NOT NULL,
  PRIMARY KEY (municipality, valid_from)
)
