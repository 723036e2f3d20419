-- Begins to count stages by deadline. $1 stages
-- Inserts only.
INSERT INTO announced_stage (stage)
SELECT unnest($1::text[])
