-- What an agency sent, in pieces of 1 MiB, each compressed by itself. Removed when the job is done.
-- Locks the still empty table of jobs.
CREATE TABLE recording.import_chunk (
  job     uuid NOT NULL REFERENCES recording.import_job (id) ON DELETE CASCADE,
  number  integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (job, number)
)
