-- The packed counts of a chain's curves, with the number of the stratum that each counts.
-- $1 chain, $2 measure, $3 the stage to begin at, or null for all, $4 cuboid, $5 parts, then lists to keep, or null
-- for all: $6 birth years, $7 areas, $8 poverty risks ('unknown' stands for what is not known). Who leaves a stratum
-- may come into one that is kept, so changes are read of all.
-- No lock.
SELECT lane.from_stage, lane.part, cell.birth_year, cell.stratum, cell.counts
FROM curve_lane AS lane
JOIN curve_cell AS cell ON cell.lane = lane.id
JOIN curve_stratum AS stratum ON stratum.id = cell.stratum
WHERE lane.chain = $1 AND lane.measure = $2 AND ($3::text IS NULL OR lane.from_stage = $3)
  AND lane.cuboid = $4 AND lane.part = ANY ($5::text[])
  AND ($6::smallint[] IS NULL OR cell.birth_year = ANY ($6))
  AND ($7::text[] IS NULL OR lane.part = 'change' OR coalesce(stratum.area, 'unknown') = ANY ($7))
  AND ($8::text[] IS NULL OR lane.part = 'change'
    OR coalesce(stratum.poverty_risk::text, 'unknown') = ANY ($8))
