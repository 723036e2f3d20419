-- Whether a process that takes events in has ever run on this database: its table is there then.
-- No parameters. No lock.
SELECT to_regclass('recording.outcome_count') IS NOT NULL AS are_there
