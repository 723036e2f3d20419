-- Refuses to change or to empty what was logged, whoever tries; for the whole statement, even where it meets no row.
-- Takes SHARE ROW EXCLUSIVE on the access log for an instant.
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON access.access_log
FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change()
