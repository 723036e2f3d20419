-- One job of an agency, unless its file is still coming in.
-- $1 id, $2 agency. Locks nothing.
SELECT * FROM recording.import_job WHERE id = $1 AND agency = $2 AND state <> 'receiving'
