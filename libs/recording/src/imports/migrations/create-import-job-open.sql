-- Workers look for jobs to do; of those there are few. Locks nothing but the still empty table.
CREATE INDEX import_job_open ON recording.import_job (seq) WHERE state IN ('receiving', 'queued', 'running')
