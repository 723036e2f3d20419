-- The packed changes of the cells that are there already. $1 keys
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT key, months, starts, changes
FROM deadline_cell
WHERE key = ANY ($1::text[])
