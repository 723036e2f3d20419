import { monthOf, type Month } from '@lueckenlos/chain';

/**
 * The true gap that a coordinator can find: in three Stadtteile – one of them not poor on the whole – far fewer poor
 * children born since 2016 enter a Kita, so the entries are missing from 2019 on. Told by the Stadtteil of
 * the first residence and by poverty at birth.
 */
export const PLANTED_GAP = {
  stadtteile: ['050', '060', '180'],
  bornSince: monthOf(2016, 1),
  /** Of a usual child's probability to have entered a Kita by any age; 0.86 for a poor child elsewhere. */
  kitaEntry: 0.5,
} as const;

/** Does a child belong to the group with the planted gap? */
export function inPlantedGap(child: { birth: Month; home: string; poorAtBirth: boolean }): boolean {
  return (
    child.poorAtBirth &&
    child.birth >= PLANTED_GAP.bornSince &&
    PLANTED_GAP.stadtteile.some((code) => code === child.home)
  );
}
