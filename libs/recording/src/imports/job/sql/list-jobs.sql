-- The jobs of an agency, the newest first, those before a given one.
-- $1 agency, $2 id of the job before which to go on, or null, $3 most rows. Locks nothing.
SELECT * FROM recording.import_job
WHERE agency = $1
  AND state <> 'receiving'
  AND ($2::uuid IS NULL OR seq < (SELECT seq FROM recording.import_job WHERE id = $2 AND agency = $1))
ORDER BY seq DESC
LIMIT $3
