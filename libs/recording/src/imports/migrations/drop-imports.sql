-- Takes the tables of imports away again; the events that they brought stay in the log.
-- Takes ACCESS EXCLUSIVE on all of them.
DROP TABLE recording.import_rehearsed, recording.import_rejection, recording.import_chunk, recording.import_job
