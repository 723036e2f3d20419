-- Keeps a calendar. $1 position, $2 agency, $3 known instant, $4 deliveries as JSON
-- Inserts only.
INSERT INTO delivery_calendar (position, agency, known_at, deliveries)
VALUES ($1, $2, $3, $4::jsonb)
ON CONFLICT DO NOTHING
