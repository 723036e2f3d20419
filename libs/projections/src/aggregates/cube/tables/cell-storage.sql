-- Packed changes don't compress any further, and only what is stored plainly can be read in part.
-- No parameters. Takes the table's lock for a moment; it is empty.
ALTER TABLE cell ALTER COLUMN changes SET STORAGE EXTERNAL
