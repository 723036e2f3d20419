import type { Scenario } from '@lueckenlos/disclosure';

/** Who attacks, for people. */
export const SCENARIO_NAMES: Readonly<Record<Scenario, { readonly en: string; readonly de: string }>> = {
  outsider: { en: 'outsider', de: 'Außenstehender' },
  insider: { en: 'knows one child of the cell', de: 'kennt ein Kind der Zelle' },
  totals: { en: 'knows the births of each year', de: 'kennt die Geburten jedes Jahres' },
  suppression: { en: 'if small counts were hidden instead', de: 'wären kleine Zahlen nur ausgeblendet' },
};
