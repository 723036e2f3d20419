-- One row for each replay: what was asked, how far it is, what came of it. Holds no pseudonym.
-- `task` and `answer` are JSON. A process that works on it holds it until `held_until`; one that has died holds it no longer.
-- Locks nothing that exists.
CREATE TABLE replays.replay (
  id          uuid PRIMARY KEY,
  seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  asked_by    text NOT NULL,
  asked_at    timestamptz NOT NULL,
  state       text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'completed', 'failed')),
  task        jsonb NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  held_until  timestamptz,
  events_read bigint NOT NULL DEFAULT 0,
  answer      jsonb,
  finished_at timestamptz
)
