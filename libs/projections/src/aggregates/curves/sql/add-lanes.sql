-- Adds lanes.
-- $1 numbers, $2 chains, $3 measures, $4 stages, $5 cuboids, $6 parts
-- Inserts only.
INSERT INTO curve_lane (id, chain, measure, from_stage, cuboid, part)
SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
