-- Adds the cells that are new.
-- $1 chains, $2 dimensions, $3 cuboids, $4 birth years, $5 school years, $6 areas, $7 poverty risks
-- Inserts only.
INSERT INTO cell (chain, dimension, cuboid, birth_year, school_year, area, poverty_risk)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::boolean[])
ON CONFLICT DO NOTHING
