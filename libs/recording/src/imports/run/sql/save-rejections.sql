-- Adds to the report of a job. $1 job, $2 lines, $3 ids, $4 faults as JSON. Locks nothing but its own new rows.
INSERT INTO recording.import_rejection (job, line, id, faults)
SELECT $1, line, id, faults::jsonb FROM unnest($2::bigint[], $3::text[], $4::text[]) AS rejection (line, id, faults)
ON CONFLICT DO NOTHING
