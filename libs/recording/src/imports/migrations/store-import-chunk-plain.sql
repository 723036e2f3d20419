-- The pieces are compressed already: PostgreSQL need not try again. Locks the still empty table.
ALTER TABLE recording.import_chunk ALTER COLUMN content SET STORAGE EXTERNAL
