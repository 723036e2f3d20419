/** Share of children on minimum income in the whole town. */
export const POVERTY_SHARE = 0.24;

/** Births per 1,000 (assumed) and the share at risk of poverty (assumed, 5–45 %), by Stadtteil. */
export const STADTTEIL_PROFILE: readonly (readonly [code: string, births: number, poverty: number])[] = [
  ['010', 160, 0.45],
  ['020', 45, 0.24],
  ['030', 65, 0.18],
  ['040', 80, 0.25],
  ['050', 90, 0.36],
  ['060', 60, 0.33],
  ['070', 14, 0.05],
  ['080', 30, 0.3],
  ['090', 3, 0.06],
  ['100', 18, 0.06],
  ['110', 15, 0.05],
  ['120', 35, 0.22],
  ['130', 80, 0.11],
  ['140', 30, 0.19],
  ['150', 12, 0.22],
  ['160', 55, 0.17],
  ['170', 85, 0.12],
  ['180', 68, 0.18],
  ['190', 55, 0.1],
];

const POVERTY = new Map(STADTTEIL_PROFILE.map(([code, , poverty]) => [code, poverty]));

/** The share of children at risk of poverty in a Stadtteil. */
export function povertyIn(area: string): number {
  return POVERTY.get(area) ?? POVERTY_SHARE;
}
