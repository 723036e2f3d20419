-- Appends the calls of one round; each gets its own verdict. The calls share neither streams nor ids.
--
--   recorded      arrival of each call
--   stream_call   number of the call that each stream entry belongs to (1 = first call; entries in order of calls)
--   stream_name   each stream once
--   expected      revision of the stream's last event; -1: no stream; -2: any
--   size          events for the stream
--   event_slot    number of the stream entry that each event belongs to (1 = first entry)
--   event_place   place among the events of its stream in this call (1 = first)
--   event_…       the rest of the event; data and metadata as JSON text
--
-- Answers a row for each call: `stored` with the position before its first event, `revision` (a stream is not
-- where it is expected) or `known` (some of its ids are stored). `revisions`: of its streams before the call.
--
-- Locks, until the commit: the rows of the streams, in order of name so that two rounds never wait for each
-- other, then the head row. Everybody who appends waits at the head row, so it comes last.
CREATE FUNCTION event_store.append(
  recorded timestamptz[],
  stream_call integer[], stream_name text[], expected bigint[], size integer[],
  event_slot integer[], event_place integer[], event_id uuid[], event_type text[], event_version integer[],
  event_source text[], event_data jsonb[], event_metadata jsonb[]
) RETURNS TABLE (call integer, verdict text, before_first bigint, revisions bigint[])
LANGUAGE plpgsql
-- The same plans whether the tables are empty or large: each row is found through an index.
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  calls CONSTANT integer := cardinality(recorded);
  reached bigint[];    -- revision of each stream entry before this round
  misplaced integer[]; -- calls with a stream that is not where it is expected
  known integer[];     -- calls with an id that is stored
  refused integer[];   -- both
  total integer;
  base bigint;
BEGIN
  -- 1. Lock and increment the streams. What is refused below is taken back before anybody can see it.
  WITH entry AS (
    SELECT * FROM unnest(stream_name, size) WITH ORDINALITY AS t (name, events, slot)
  ), locked AS (
    INSERT INTO event_store.stream AS s (name, revision)
    SELECT name, events - 1 FROM entry ORDER BY name COLLATE "C"
    ON CONFLICT (name) DO UPDATE SET revision = s.revision + excluded.revision + 1
    RETURNING s.name, s.revision
  )
  SELECT array_agg(locked.revision - entry.events ORDER BY slot) INTO reached
  FROM entry JOIN locked USING (name);

  -- 2. Compare with what the callers expect.
  SELECT coalesce(array_agg(DISTINCT t.call), '{}') INTO misplaced
  FROM unnest(stream_call, expected, reached) AS t (call, expected, reached)
  WHERE t.expected <> -2 AND t.expected <> t.reached;

  -- 3. Look up the ids. A statement of its own: it sees what was committed while 1. waited.
  SELECT coalesce(array_agg(DISTINCT stream_call[t.slot]), '{}') INTO known
  FROM unnest(event_id, event_slot) AS t (id, slot)
  CROSS JOIN LATERAL (SELECT FROM event_store.event WHERE event.id = t.id OFFSET 0) AS stored;

  refused := misplaced || known;
  IF cardinality(refused) > 0 THEN
    UPDATE event_store.stream SET revision = t.reached
    FROM unnest(stream_call, stream_name, reached) AS t (call, name, reached)
    WHERE stream.name = t.name AND t.call = ANY (refused) AND t.reached >= 0;
    DELETE FROM event_store.stream
    USING unnest(stream_call, stream_name, reached) AS t (call, name, reached)
    WHERE stream.name = t.name AND t.call = ANY (refused) AND t.reached < 0;
  END IF;

  SELECT coalesce(sum(t.events), 0) INTO total
  FROM unnest(stream_call, size) AS t (call, events) WHERE t.call <> ALL (refused);

  IF total > 0 THEN
    -- 4. Last, the head: from here to the commit nobody else appends.
    UPDATE event_store.head SET position = position + total RETURNING position - total INTO base;

    -- 5. Dense positions in order of the calls.
    INSERT INTO event_store.event
      (position, stream, revision, id, type, schema_version, source, data, metadata, recorded_at)
    SELECT base + row_number() OVER (ORDER BY t.n), stream_name[t.slot], reached[t.slot] + t.place,
      t.id, t.type, t.version, t.source, t.data, t.metadata, recorded[stream_call[t.slot]]
    FROM unnest(event_slot, event_place, event_id, event_type, event_version, event_source, event_data,
      event_metadata) WITH ORDINALITY AS t (slot, place, id, type, version, source, data, metadata, n)
    WHERE stream_call[t.slot] <> ALL (refused);

    -- Delivered at the commit, once. It only wakes: readers find the truth at the head.
    PERFORM pg_notify('event_store', (base + total)::text);
  END IF;

  RETURN QUERY
  WITH answer AS (
    SELECT t.call, array_agg(t.reached ORDER BY t.n) AS revisions,
      CASE WHEN t.call = ANY (known) THEN 'known' WHEN t.call = ANY (misplaced) THEN 'revision' ELSE 'stored' END
        AS verdict,
      CASE WHEN t.call <> ALL (refused) THEN sum(t.events) ELSE 0 END AS events
    FROM unnest(stream_call, size, reached) WITH ORDINALITY AS t (call, events, reached, n)
    GROUP BY t.call
  )
  SELECT a.call, a.verdict, (base + sum(a.events) OVER (ORDER BY a.call) - a.events)::bigint, a.revisions
  FROM answer AS a ORDER BY a.call;
END
$$
