-- The packed counts of the cells that are there already, with their places in the lists.
-- $1 chains, $2 measures, $3 stages, $4 cuboids, $5 parts, $6 birth years, $7 strata
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT wanted.place::integer, cell.counts
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::integer[])
  WITH ORDINALITY AS wanted (chain, measure, from_stage, cuboid, part, birth_year, stratum, place)
JOIN curve_cell AS cell USING (chain, measure, from_stage, cuboid, part, birth_year, stratum)
