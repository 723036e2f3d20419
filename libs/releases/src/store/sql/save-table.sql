-- Keeps a perturbation table, once.
-- $1 digest, $2 name, $3 content
-- Inserts one row, or none.
INSERT INTO releases.perturbation_table (digest, name, content)
VALUES ($1, $2, $3)
ON CONFLICT (digest) DO NOTHING
