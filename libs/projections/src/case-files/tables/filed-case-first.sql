-- The order in which cases are counted.
-- No parameters. Creates an index.
CREATE INDEX filed_case_first ON filed_case (first_month, case_id)
