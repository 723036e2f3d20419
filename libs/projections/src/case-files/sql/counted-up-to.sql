-- The last case file that is counted, while a version that nobody reads is being filled.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT counted_up_to
FROM counting
