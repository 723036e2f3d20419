-- Forgets the curves of a chain, before all its cases are folded under a new definition. Its lanes keep their numbers.
-- $1 chain
-- Locks the deleted rows until the page commits; readers keep seeing the old curves until then.
DELETE FROM curve_cell
USING curve_lane AS lane
WHERE lane.id = curve_cell.lane AND lane.chain = $1
