-- The numbers of all strata.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT id, area, poverty_risk
FROM curve_stratum
