-- Takes over what the log says of releases.
-- $1 ids, $2 instants of publication, $3 withdrawals (null: none)
-- Locks the rows until commit.
UPDATE releases.release AS release
SET state = 'published', published_at = said.published_at, withdrawn = said.withdrawn
FROM unnest($1::text[], $2::timestamptz[], $3::json[]) AS said (id, published_at, withdrawn)
WHERE release.id = said.id
