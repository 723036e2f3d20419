-- Reserves the events of several calls, each call whole or not at all. The calls share neither streams nor ids.
--
--   lease_owner, lease  whose reservation it will be, and for how long
--   stream_call         number of the call that each stream entry belongs to (1 = first call)
--   stream_name         each stream once
--   expected            revision of the stream's last event; -1: no stream; -2: any
--   size                events for the stream
--   event_slot          number of the stream entry that each event belongs to (1 = first entry)
--   event_place         place among the events of its stream in this call (1 = first)
--   event_id, event_source
--
-- Answers a row for each stream entry, with the revision that its stream has reached:
--   known     all its events have receipts in this stream
--   busy      somebody's events are on their way to this stream, or some of these ids to any
--   conflict  some of its ids have receipts, but not all, or in another stream
--   revision  the stream is not where it is expected
--   free      none of these. Reserved, if all entries of the call are free or known.
--
-- Locks: one advisory lock until the commit. Who reserves sees everything that was reserved before.
CREATE FUNCTION event_store.reserve(
  lease_owner uuid, lease interval,
  stream_call integer[], stream_name text[], expected bigint[], size integer[],
  event_slot integer[], event_place integer[], event_id uuid[], event_source text[]
) RETURNS TABLE (slot integer, verdict text, reached bigint)
LANGUAGE plpgsql
-- The same plans whether the tables are empty or large: each row is found through an index.
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  revisions bigint[]; -- reached, of each stream entry
  verdicts text[];    -- of each stream entry
  refused integer[];  -- calls of which nothing is reserved
BEGIN
  PERFORM pg_advisory_xact_lock(7305114030000000001);

  -- One statement: between two of them an event could get its receipt.
  WITH event AS (
    SELECT e.slot, receipt.stream AS stored_in, reservation.id IS NOT NULL AS on_its_way
    FROM unnest(event_id, event_slot) AS e (id, slot)
    LEFT JOIN event_store.receipt ON receipt.id = e.id
    LEFT JOIN event_store.reservation ON reservation.id = e.id
  ), known AS (
    SELECT event.slot, count(*) FILTER (WHERE stored_in = stream_name[event.slot]) AS here,
      count(stored_in) AS anywhere, bool_or(on_its_way) AS on_their_way
    FROM event GROUP BY event.slot
  )
  SELECT array_agg(
    CASE
      WHEN known.here = entry.size THEN 'known'
      WHEN known.on_their_way
        OR EXISTS (SELECT FROM event_store.reservation AS r WHERE r.stream = entry.name) THEN 'busy'
      WHEN known.anywhere > 0 THEN 'conflict'
      WHEN entry.expected <> -2 AND entry.expected <> coalesce(last.revision, -1) THEN 'revision'
      ELSE 'free'
    END ORDER BY entry.n), array_agg(coalesce(last.revision, -1) ORDER BY entry.n)
    INTO verdicts, revisions
  FROM unnest(stream_name, expected, size) WITH ORDINALITY AS entry (name, expected, size, n)
  JOIN known ON known.slot = entry.n
  LEFT JOIN LATERAL (
    SELECT r.revision FROM event_store.receipt AS r
    WHERE r.stream = entry.name ORDER BY r.revision DESC LIMIT 1
  ) AS last ON true;

  SELECT coalesce(array_agg(DISTINCT t.call), '{}') INTO refused
  FROM unnest(stream_call, verdicts) AS t (call, verdict) WHERE t.verdict NOT IN ('free', 'known');

  INSERT INTO event_store.reservation (id, stream, revision, source, floor, owner, leased_until)
  SELECT t.id, stream_name[t.slot], revisions[t.slot] + t.place, t.source,
    (SELECT coalesce(max(r.position), 0) FROM event_store.receipt AS r WHERE r.ours),
    lease_owner, now() + lease
  FROM unnest(event_slot, event_place, event_id, event_source) AS t (slot, place, id, source)
  WHERE verdicts[t.slot] = 'free' AND stream_call[t.slot] <> ALL (refused);

  RETURN QUERY
  SELECT t.n::integer, t.verdict, t.reached
  FROM unnest(verdicts, revisions) WITH ORDINALITY AS t (verdict, reached, n) ORDER BY t.n;
END
$$
