/** One of the 19 Stadtteile and the Stadtbezirke it lay and lies in. */
export interface Stadtteil {
  readonly code: string;
  readonly name: string;
  /** The Stadtbezirk among the nine until October 2025. */
  readonly ofNine: string;
  /** The Stadtbezirk among the five since November 2025. */
  readonly ofFive: string;
}

function stadtteil(code: string, name: string, ofNine: string, ofFive: string): Stadtteil {
  return { code, name, ofNine, ofFive };
}

/**
 * Which Stadtteil lies in which Stadtbezirk is an ASSUMPTION made from names and neighbourhood, to be checked by
 * the town: the borders of the Stadtbezirke follow polling districts and cut through some Stadtteile.
 */
export const STADTTEILE: readonly Stadtteil[] = [
  stadtteil('010', 'Stadtmitte', 'B1', 'S1'),
  stadtteil('020', 'Kempener Feld/Baackeshof', 'B3', 'S2'),
  stadtteil('030', 'Inrath/Kliedbruch', 'B6', 'S3'),
  stadtteil('040', 'Cracau', 'B1', 'S1'),
  stadtteil('050', 'Dießem/Lehmheide', 'B8', 'S5'),
  stadtteil('060', 'Benrad-Süd', 'B3', 'S2'),
  stadtteil('070', 'Forstwald', 'B3', 'S2'),
  stadtteil('080', 'Benrad-Nord', 'B3', 'S2'),
  stadtteil('090', 'Hülser Berg', 'B9', 'S3'),
  stadtteil('100', 'Traar', 'B2', 'S3'),
  stadtteil('110', 'Verberg', 'B2', 'S3'),
  stadtteil('120', 'Gartenstadt', 'B2', 'S4'),
  stadtteil('130', 'Bockum', 'B2', 'S4'),
  stadtteil('140', 'Linn', 'B5', 'S4'),
  stadtteil('150', 'Gellep-Stratum', 'B5', 'S4'),
  stadtteil('160', 'Oppum', 'B5', 'S4'),
  stadtteil('170', 'Fischeln', 'B4', 'S5'),
  stadtteil('180', 'Uerdingen', 'B7', 'S4'),
  stadtteil('190', 'Hüls', 'B9', 'S3'),
];
