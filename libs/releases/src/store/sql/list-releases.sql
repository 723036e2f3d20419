-- All releases, newest first.
-- No parameters. No lock.
SELECT terms, published_at, withdrawn
FROM releases.release
WHERE state = 'published'
ORDER BY published_at DESC, id DESC
