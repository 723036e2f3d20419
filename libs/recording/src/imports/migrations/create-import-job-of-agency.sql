-- An agency lists its jobs, the newest first. Locks nothing but the still empty table.
CREATE INDEX import_job_of_agency ON recording.import_job (agency, seq)
