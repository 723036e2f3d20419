-- No parameters. Creates a schema.
CREATE SCHEMA releases
