import { stagesInOrder } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import type { Figure } from '../cube/figure';
import type { Group } from '../cube/group-table';
import { UNKNOWN, type Breakdown } from '../query/figure-query';
import type { StatDimension } from './json-stat';

const LABELS: Record<Breakdown | 'stage', Record<Language, string>> = {
  birthYear: { en: 'Birth year', de: 'Geburtsjahr' },
  schoolYear: { en: 'School-entry year', de: 'Einschulungsjahr' },
  area: { en: 'Area', de: 'Gebiet' },
  povertyRisk: { en: 'Poverty risk', de: 'Armutsrisiko' },
  stage: { en: 'Stage', de: 'Station' },
};
const VALUES: Record<string, Record<Language, string>> = {
  [UNKNOWN]: { en: 'unknown', de: 'unbekannt' },
  true: { en: 'yes', de: 'ja' },
  false: { en: 'no', de: 'nein' },
};

/** The dimensions that a figure is broken down by, with the categories that occur. */
export function breakdownDimensions(
  figure: Pick<Figure, 'query' | 'areas'> & { readonly groups: readonly { readonly group: Group }[] },
  language: Language,
): StatDimension[] {
  return figure.query.by.map((breakdown) => {
    const ids = new Set(figure.groups.map(({ group }) => String(group[breakdown])));
    const label = (id: string): string =>
      (breakdown === 'area' ? figure.areas.nameOf(id) : null) ?? VALUES[id]?.[language] ?? id;
    const categories = new Map([...ids].map((id) => [id, label(id)]));
    return { id: breakdown, label: LABELS[breakdown][language], categories, ...roleOf(breakdown) };
  });
}

function roleOf(breakdown: Breakdown): Pick<StatDimension, 'role'> {
  if (breakdown === 'area') return { role: 'geo' };
  return breakdown === 'povertyRisk' ? {} : { role: 'time' };
}

/** The stages of the chain in their order. */
export function stageDimension(
  figure: Pick<Figure, 'chain'>,
  language: Language,
  id = 'stage',
): StatDimension {
  const stages = stagesInOrder(figure.chain.definition);
  const categories = new Map(stages.map((stage) => [stage.id, stage.title[language]]));
  return { id, label: LABELS.stage[language], categories };
}
