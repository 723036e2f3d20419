-- The stage that a row of published cells is about, where they are long and each is stored apart; null where all are together.
-- No parameters. Locks the table for a moment.
ALTER TABLE releases.published_cells ADD COLUMN stage text
