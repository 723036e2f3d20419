-- Adds the next version of a projection: live if it is the first, else building beside the live one.
-- $1 projection, $2 code of the running program
-- Inserts one row; the unique indexes refuse a second build and a second live version.
INSERT INTO projections.version (projection, version, code, state)
SELECT
  $1,
  coalesce(max(version), 0) + 1,
  $2,
  CASE WHEN bool_or(state = 'live') THEN 'building' ELSE 'live' END
FROM projections.version
WHERE projection = $1
RETURNING version
