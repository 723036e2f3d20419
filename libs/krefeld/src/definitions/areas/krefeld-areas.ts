import type { Area, AreaHierarchy } from '@lueckenlos/chain';
import { STADTTEILE, type Stadtteil } from './stadtteile';

/** The name of the hierarchy in `PUT /v1/areas/{municipality}`. */
export const AREAS_ID = 'krefeld';

/** Amtlicher Gemeindeschlüssel. */
export const MUNICIPALITY_CODE = '05114000';

const NINE: Readonly<Record<string, string>> = {
  B1: 'Mitte',
  B2: 'Ost',
  B3: 'West',
  B4: 'Fischeln',
  B5: 'Oppum-Linn',
  B6: 'Nord',
  B7: 'Uerdingen',
  B8: 'Süd',
  B9: 'Hüls',
};

/** Numbered as in § 1 of the town's Hauptsatzung since December 2023. */
const FIVE: Readonly<Record<string, string>> = { S1: 'Mitte', S2: 'West', S3: 'Nord', S4: 'Ost', S5: 'Süd' };

/** The editions of the hierarchy, oldest first. A Stadtteil keeps its code; codes of Stadtbezirke aren't reused. */
export const KREFELD_AREAS: readonly AreaHierarchy[] = [
  edition('1900-01', NINE, (stadtteil) => stadtteil.ofNine),
  // The council decided on 2 November 2023 that the five replace the nine at the end of its term, 31 October 2025.
  edition('2025-11', FIVE, (stadtteil) => stadtteil.ofFive),
];

function edition(
  validFrom: string,
  stadtbezirke: Readonly<Record<string, string>>,
  parentOf: (stadtteil: Stadtteil) => string,
): AreaHierarchy {
  return {
    validFrom,
    areas: [
      { code: MUNICIPALITY_CODE, name: 'Krefeld', parent: null, kind: 'municipality' },
      ...Object.entries(stadtbezirke).map(([code, name]): Area => ({
        code,
        name,
        parent: MUNICIPALITY_CODE,
        kind: 'stadtbezirk',
      })),
      ...STADTTEILE.map((stadtteil): Area => ({
        code: stadtteil.code,
        name: stadtteil.name,
        parent: parentOf(stadtteil),
        kind: 'stadtteil',
      })),
    ],
  };
}
