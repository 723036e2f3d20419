-- Begins an import: its file is coming in. Nobody sees or works it yet.
-- $1 id, $2 agency, $3 client, $4 role, $5 scopes, $6 media, $7 mode, $8 dry run, $9 now, $10 first pass
-- Locks nothing but its own new row.
INSERT INTO recording.import_job
  (id, agency, client_id, role, scopes, media, mode, dry_run, state, touched_at, pass)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'receiving', $9, $10)
