-- Why which line was refused: line, the sender's id where one could be read, codes with pointers. Kept with the job.
-- Locks the still empty table of jobs.
CREATE TABLE recording.import_rejection (
  job    uuid NOT NULL REFERENCES recording.import_job (id) ON DELETE CASCADE,
  line   bigint NOT NULL,
  id     text,
  faults jsonb NOT NULL,
  PRIMARY KEY (job, line)
)
