-- The packed counts of the cells that are there already, with their places in the lists.
-- $1 lanes, $2 birth years, $3 strata
-- No lock: the checkpoint's row lock keeps other writers out.
SELECT wanted.place::integer, cell.counts
FROM unnest($1::smallint[], $2::smallint[], $3::integer[]) WITH ORDINALITY AS wanted (lane, birth_year, stratum, place)
JOIN curve_cell AS cell USING (lane, birth_year, stratum)
