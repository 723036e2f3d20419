import type { Language } from '../numbers';
import type { RenderedRow } from './rendered-row';
import { BREAKDOWN_TEXTS, VALUE_TEXTS } from './texts';

type Breakdown = keyof typeof BREAKDOWN_TEXTS;
const BREAKDOWNS = Object.keys(BREAKDOWN_TEXTS) as Breakdown[];

/** Rows that share a heading. */
export interface RowGroup {
  /** Empty where the figure is not broken down. */
  readonly heading: string;
  readonly rows: readonly RenderedRow[];
}

/** Puts rows under headings such as `Birth year 2012 · Poverty risk: yes`, in the order in which groups first come. */
export function groupsOf(
  rows: readonly RenderedRow[],
  language: Language,
  areaName?: (code: string) => string | undefined,
): RowGroup[] {
  const groups = new Map<string, RenderedRow[]>();
  for (const row of rows) {
    const heading = headingOf(row, language, areaName);
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups].map(([heading, grouped]) => ({ heading, rows: grouped }));
}

function headingOf(
  row: RenderedRow,
  language: Language,
  areaName?: (code: string) => string | undefined,
): string {
  return BREAKDOWNS.flatMap((breakdown) => {
    const value = row[breakdown];
    if (value === undefined) return [];
    const text = VALUE_TEXTS[String(value)]?.[language] ?? String(value);
    const name = breakdown === 'area' ? areaName?.(String(value)) : undefined;
    return [[`${BREAKDOWN_TEXTS[breakdown][language]}:`, text, name].filter(Boolean).join(' ')];
  }).join(' · ');
}
