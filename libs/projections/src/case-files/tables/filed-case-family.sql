-- Finds the members of a family.
-- No parameters. Creates an index.
CREATE INDEX filed_case_family ON filed_case (family) WHERE family IS NOT NULL
