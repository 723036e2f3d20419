-- Adds what an import that ends has found, as its report tells it; of a dry run nothing.
-- $1 id, $2 month. Locks the written rows until the job is finished; all who add take them in the same order.
WITH import AS (
  SELECT agency, duplicates FROM recording.import_job WHERE id = $1 AND NOT dry_run
),
refused AS (
  SELECT line, faults FROM recording.import_rejection WHERE job = $1
),
found (kind, code, n) AS (
  SELECT 'duplicate', '', duplicates FROM import
  UNION ALL
  SELECT 'rejected', '', count(*) FROM refused
  UNION ALL
  -- A line counts once for each of its codes.
  SELECT 'fault', fault ->> 'code', count(DISTINCT line)
  FROM refused, jsonb_array_elements(faults) AS fault
  GROUP BY fault ->> 'code'
)
INSERT INTO recording.outcome_count (agency, month, kind, code, n)
SELECT agency, $2, kind, code, n FROM found CROSS JOIN import WHERE n > 0 ORDER BY kind, code
ON CONFLICT (agency, month, kind, code) DO UPDATE SET n = outcome_count.n + excluded.n
