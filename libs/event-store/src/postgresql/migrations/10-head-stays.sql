-- Without its row, the counter would start again.
CREATE TRIGGER head_stays
  BEFORE DELETE OR TRUNCATE ON event_store.head
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()
