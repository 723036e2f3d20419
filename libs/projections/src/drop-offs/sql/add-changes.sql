-- Adds differences to the aggregate.
-- $1 cells, $2 spans, $3 months, $4 series, $5 differences
-- Locks the written rows until the page commits; rows come sorted by key.
INSERT INTO change (cell, span, month, series, n)
SELECT * FROM unnest($1::integer[], $2::smallint[], $3::integer[], $4::integer[], $5::integer[])
ON CONFLICT (cell, span, month, series) DO UPDATE
SET n = change.n + excluded.n
