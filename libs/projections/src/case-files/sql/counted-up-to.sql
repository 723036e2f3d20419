-- The last case file that is counted, while a version that nobody reads is being filled.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT first_month, case_id
FROM counting
