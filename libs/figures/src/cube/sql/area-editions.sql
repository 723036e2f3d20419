-- All editions of all area hierarchies in force.
-- No parameters. No lock.
SELECT municipality, valid_from, position, areas
FROM area_edition
ORDER BY municipality, valid_from
