import { Coverage, formatMonth, sourcesKnown, type Source } from '@lueckenlos/chain';
import {
  AreaMap,
  SeriesIndex,
  unknownArea,
  withDescendants,
  type ChainInForce,
  type FigureQuery,
  type Filters,
} from '@lueckenlos/figures/counting';
import { ReplayFault } from '../fault';
import type { ReplayQuestion } from '../question';
import type { ReplayedLog } from '../replayed-log';

/** What a question is answered with, out of the log alone. */
export interface ReplayFrame {
  readonly chain: ChainInForce;
  readonly areas: AreaMap;
  readonly series: SeriesIndex;
  /** A filter by area holds all descendants. */
  readonly query: FigureQuery;
  readonly sources: readonly Source[];
  readonly coverage: Coverage;
}

const NO_FILTERS: Filters = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };

/** @throws ReplayFault where the log does not define what is asked for */
export function frameOf(
  { definitions }: Pick<ReplayedLog, 'definitions'>,
  { chain, asOf, by, level, known }: ReplayQuestion,
  filters = NO_FILTERS,
): ReplayFrame {
  const { upTo = Infinity } = known;
  const { id, definition, position } = definitions.chain(chain, upTo);
  const areas = new AreaMap(definitions.editions(upTo), asOf);
  checkLevel(level, areas, asOf);
  const query: FigureQuery = {
    ...{ chain, asOf, by, level },
    boundaries: asOf,
    knownBefore: null,
    filters: { ...filters, area: areaFilter(filters, areas, asOf) },
    dimension: 'last',
    minPosition: null,
  };
  const sources = sourcesKnown(definitions.calendars, definitions.statements, known);
  return {
    chain: { id, definition, position: position.toString() },
    areas,
    series: new SeriesIndex(),
    query,
    sources,
    coverage: new Coverage(sources),
  };
}

function checkLevel(level: string | null, areas: AreaMap, month: number): void {
  if (level === null || areas.levels().includes(level)) return;
  const known = areas.levels().join(', ') || '–';
  throw new ReplayFault('replay.unknown-level', { level, month: formatMonth(month), known });
}

function areaFilter({ area: wanted }: Filters, areas: AreaMap, month: number): string[] | null {
  if (wanted === null) return null;
  const area = unknownArea(wanted, areas);
  if (area !== undefined) throw new ReplayFault('replay.unknown-area', { area, month: formatMonth(month) });
  return withDescendants(wanted, areas);
}
