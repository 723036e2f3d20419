-- Fires once a statement, so that it costs an append nothing and refuses even a change of no rows.
CREATE TRIGGER event_is_immutable
  BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()
