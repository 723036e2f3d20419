-- The numbers of all lanes.
-- No parameters. No lock: the checkpoint's row lock keeps other writers out.
SELECT id, chain, measure, from_stage AS "from", cuboid, part
FROM curve_lane
