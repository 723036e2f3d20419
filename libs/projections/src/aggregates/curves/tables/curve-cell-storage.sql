-- Packed counts don't compress any further.
-- No parameters. Takes the table's lock for a moment; it is empty.
ALTER TABLE curve_cell ALTER COLUMN counts SET STORAGE EXTERNAL
