-- Notes records whose target has not arrived. $1 positions, $2 agencies, $3 months, $4 sources, $5 targets
-- Inserts only.
INSERT INTO waiting_record (position, agency, month, source, target)
SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::text[], $5::text[])
