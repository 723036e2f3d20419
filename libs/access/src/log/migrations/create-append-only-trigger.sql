-- Refuses every change to what was logged, whoever tries; for the whole statement, even where it meets no row.
-- Takes SHARE ROW EXCLUSIVE on the still empty access log.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.access_log
FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change()
