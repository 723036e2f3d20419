-- A release by id; without an id the newest of the chain that was not withdrawn.
-- $1 id or null, $2 chain or null
-- No lock.
SELECT terms, published_at, withdrawn, definitions
FROM releases.release
WHERE state = 'published'
  AND ($1::text IS NULL OR id = $1)
  AND ($2::text IS NULL OR chain = $2)
  AND ($1::text IS NOT NULL OR withdrawn IS NULL)
ORDER BY published_at DESC, id DESC
LIMIT 1
