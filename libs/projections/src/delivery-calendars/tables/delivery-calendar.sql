-- Everything that agencies have announced to deliver, each calendar as a whole. An agency's last one known counts.
-- No parameters. Creates a table.
CREATE TABLE delivery_calendar (
  position bigint PRIMARY KEY,
  agency text NOT NULL,
  known_at timestamptz NOT NULL,
  deliveries jsonb NOT NULL
)
