-- The stage that a row of sealed cells is about, where they are long and each is stored apart; null where all are together.
-- No parameters. Locks the table for a moment.
ALTER TABLE releases.sealed_cells ADD COLUMN stage text
