-- Forgets the curves of a chain, before all its cases are folded under a new definition.
-- $1 chain
-- Locks the deleted rows until the page commits; readers keep seeing the old curves until then.
DELETE FROM curve_cell
WHERE chain = $1
