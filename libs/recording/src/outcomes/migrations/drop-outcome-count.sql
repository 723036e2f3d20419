-- Forgets what was counted. Takes ACCESS EXCLUSIVE on the table.
DROP TABLE recording.outcome_count
