-- What is recorded stays recorded.
CREATE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Recorded events are never changed: % refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$
