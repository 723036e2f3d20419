-- Releases as the log has them, and those whose event is not in the log yet (`prepared`).
-- `definitions` are the chain and the areas of the as-of month, for titles and order.
-- No parameters. Creates a table.
CREATE TABLE releases.release (
  id text PRIMARY KEY,
  chain text NOT NULL,
  state text NOT NULL CHECK (state IN ('prepared', 'published')),
  terms json NOT NULL,
  definitions json NOT NULL,
  published_at timestamptz(3),
  withdrawn json
)
