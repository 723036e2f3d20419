-- Receipts stay as they are, like the events that they stand for.
CREATE TRIGGER receipt_is_immutable
  BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()
