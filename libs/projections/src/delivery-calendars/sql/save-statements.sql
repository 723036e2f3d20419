-- Keeps what was said about deliveries. $1 the rows as a JSON array, members as the columns
-- Inserts only.
INSERT INTO delivery_statement
SELECT statement.*
FROM jsonb_populate_recordset(NULL::delivery_statement, $1::jsonb) AS statement
ON CONFLICT DO NOTHING
