import type { Language } from '../numbers';
import { formatCount, formatPercent } from '../numbers';
import type { Column, Line } from '../table/render-table';
import type { ChainTitles } from './chain-titles';
import { groupsOf } from './groups';
import type { Layout } from './layouts';
import type { RenderedRow } from './rendered-row';
import { TEXTS } from './texts';

/** The heads: stage, counts, then the share with its interval and base. */
export function columnsOf({ counts, share, interval, closed }: Layout, language: Language): Column[] {
  const numbers = [...counts.map(({ head }) => head), share, interval, closed];
  return [
    { head: TEXTS.stage[language], wraps: true },
    ...numbers.map((head): Column => ({ head: head[language], align: 'right' })),
  ];
}

interface Figure {
  readonly chain: ChainTitles;
  readonly rows: readonly RenderedRow[];
  readonly language: Language;
  readonly areaName?: (code: string) => string | undefined;
}

/** A line per stage in the order of the chain, under the heading of its group. */
export function linesOf({ chain, rows, language, areaName }: Figure, layout: Layout): Line[] {
  const places = new Map(chain.stages.map(({ id }, i) => [id, i]));
  const placeOf = ({ stage }: RenderedRow): number => places.get(stage) ?? places.size;
  const titles = new Map(chain.stages.map(({ id, title }) => [id, title[language]]));
  return groupsOf(rows, language, areaName).flatMap((group) => [
    ...(group.heading === '' ? [] : [{ heading: group.heading }]),
    ...[...group.rows]
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map((row) => [titles.get(row.stage) ?? row.stage, ...cellsOf(row, layout, language)]),
  ]);
}

function cellsOf({ counts, reachedShare }: RenderedRow, layout: Layout, language: Language): string[] {
  const { value, lower, upper, n } = reachedShare;
  const percent = (share: number): string => formatPercent(share, language);
  const sums = layout.counts.map(({ statuses }) =>
    statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0),
  );
  return [
    ...sums.map((sum) => formatCount(sum, language)),
    value === null ? UNDEFINED : percent(value),
    lower === null || upper === null ? UNDEFINED : `${percent(lower)}–${percent(upper)}`,
    formatCount(n, language),
  ];
}

const UNDEFINED = '–';
