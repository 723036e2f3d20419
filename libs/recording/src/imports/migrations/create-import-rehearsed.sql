-- What the rehearsal of a job has accepted so far, so that later lines are judged as if it were in the log.
-- Removed when the rehearsal is over. Locks the still empty table of jobs.
CREATE TABLE recording.import_rehearsed (
  job      uuid NOT NULL REFERENCES recording.import_job (id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  ordinal  bigint NOT NULL,
  stream   text NOT NULL,
  event    jsonb NOT NULL,
  PRIMARY KEY (job, event_id)
)
