-- Refuses to delete what has not expired. Takes SHARE ROW EXCLUSIVE on the access log for an instant.
CREATE TRIGGER only_expired_go BEFORE DELETE ON access.access_log
FOR EACH ROW EXECUTE FUNCTION access.refuse_deletion()
