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
-- Locks the head row until the commit. Everybody who appends waits there, so it comes last: the round is judged
-- before, and again only where what came meanwhile concerns it. A single lock can't be waited for in a circle.
CREATE OR REPLACE FUNCTION event_store.append(
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
  seen bigint;         -- the head before the round was judged
  reached bigint[];    -- revision of each stream entry before this round
  misplaced integer[]; -- calls with a stream that is not where it is expected
  known integer[];     -- calls with an id that is stored
  refused integer[];   -- both
  ahead bigint[];      -- events of the round that come before those of each stream entry; null where refused
  total bigint;
  base bigint;         -- the head before the round is stored
BEGIN
  LOOP
    -- 1. Where the log ends. Each statement sees what is committed when it begins: those that follow see at least this.
    SELECT position INTO seen FROM event_store.head;

    -- 2. Compare the streams with what the callers expect.
    SELECT array_agg(coalesce(last.revision, -1) ORDER BY t.slot),
      coalesce(array_agg(DISTINCT t.call) FILTER (WHERE t.expected NOT IN (-2, coalesce(last.revision, -1))), '{}')
    INTO reached, misplaced
    FROM unnest(stream_call, stream_name, expected) WITH ORDINALITY AS t (call, name, expected, slot)
    LEFT JOIN LATERAL (
      SELECT revision FROM event_store.event WHERE stream = t.name ORDER BY revision DESC LIMIT 1
    ) AS last ON true;

    -- 3. Look up the ids. Behind 2., so that a repeated append is told from a conflict.
    SELECT coalesce(array_agg(DISTINCT stream_call[t.slot]), '{}') INTO known
    FROM unnest(event_id, event_slot) AS t (id, slot)
    CROSS JOIN LATERAL (SELECT FROM event_store.event WHERE event.id = t.id OFFSET 0) AS stored;

    refused := misplaced || known;
    SELECT coalesce(max(t.through), 0), array_agg(t.through - t.events ORDER BY t.slot) INTO total, ahead
    FROM (
      SELECT slot, events, CASE WHEN e.call <> ALL (refused) THEN
        sum(events) FILTER (WHERE e.call <> ALL (refused)) OVER (ORDER BY slot)
      END AS through
      FROM unnest(stream_call, size) WITH ORDINALITY AS e (call, events, slot)
    ) AS t;
    EXIT WHEN total = 0;

    -- 4. Last, the head: from here to the commit nobody else appends.
    SELECT position INTO base FROM event_store.head FOR NO KEY UPDATE;
    EXIT WHEN NOT EXISTS (
      SELECT FROM event_store.event
      WHERE position > seen
        AND (stream IN (SELECT unnest(stream_name)) OR id IN (SELECT unnest(event_id)))
    );
    -- Somebody was faster. Judged again, the round stands: nothing more can come.
  END LOOP;

  IF total > 0 THEN
    UPDATE event_store.head SET position = base + total;

    -- 5. Dense positions in order of the calls.
    INSERT INTO event_store.event
      (position, stream, revision, id, type, schema_version, source, data, metadata, recorded_at)
    SELECT base + ahead[event_slot[n]] + event_place[n], stream_name[event_slot[n]],
      reached[event_slot[n]] + event_place[n], event_id[n], event_type[n], event_version[n], event_source[n],
      event_data[n], event_metadata[n], recorded[stream_call[event_slot[n]]]
    FROM generate_subscripts(event_id, 1) AS n
    WHERE ahead[event_slot[n]] IS NOT NULL;

    -- Delivered at the commit, once. It only wakes: readers find the truth at the head.
    PERFORM pg_notify('event_store', (base + total)::text);
  END IF;

  RETURN QUERY
  SELECT t.call,
    CASE WHEN t.call = ANY (known) THEN 'known' WHEN t.call = ANY (misplaced) THEN 'revision' ELSE 'stored' END,
    base + min(t.ahead), array_agg(t.reached ORDER BY t.slot)
  FROM unnest(stream_call, reached, ahead) WITH ORDINALITY AS t (call, reached, ahead, slot)
  GROUP BY t.call ORDER BY t.call;
END
$$
