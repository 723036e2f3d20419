-- The numbers of strata within packed counts.
-- No parameters. No lock.
SELECT id, area, poverty_risk
FROM curve_stratum
