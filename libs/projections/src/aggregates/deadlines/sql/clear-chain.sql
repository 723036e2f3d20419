-- Forgets what was counted for a chain, before all its cases are folded under a new definition. $1 chain
-- Locks the deleted rows until the page commits; readers keep seeing the old figures until then.
DELETE FROM deadline_cell
WHERE chain = $1
