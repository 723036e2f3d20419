-- What a trigger calls before an entry goes: only access.expire_access_log may let it go, only what is older than it says, and
-- never anything of the last 25 days, whatever it says. Locks nothing that exists.
CREATE FUNCTION access.refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at < nullif(current_setting('access.expiring_before', true), '')::timestamptz
    AND OLD.at < now() - interval '25 days'
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$
