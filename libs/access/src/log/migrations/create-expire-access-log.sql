-- The one way in which entries go: all that are older than an instant, with an entry that says so. Gives their number.
-- Runs with the rights of its owner, so that the process itself needs no right to delete. Locks nothing that exists.
CREATE FUNCTION access.expire_access_log(expired_before timestamptz, ran_at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  expired bigint;
BEGIN
  PERFORM set_config('access.expiring_before', expired_before::text, true);
  DELETE FROM access.access_log WHERE at < expired_before;
  GET DIAGNOSTICS expired = ROW_COUNT;
  PERFORM set_config('access.expiring_before', '', true);
  IF expired > 0 THEN
    PERFORM pg_advisory_xact_lock(hashtext('lueckenlos access log'));
    INSERT INTO access.access_log (at, client_id, role, operation, resource, outcome)
    VALUES (
      ran_at, 'lueckenlos', 'system', 'expire-access-log',
      'entries before ' || to_char(expired_before AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'deleted:' || expired
    );
  END IF;
  RETURN expired;
END
$$
