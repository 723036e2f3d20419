import {
  asIfAlone,
  Coverage,
  formatMonth,
  sourcesKnown,
  type ChainBody,
  type Source,
} from '@lueckenlos/chain';
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
  { chain, chainVersion, asOf, by, level, boundaries = asOf, known }: ReplayQuestion,
  filters = NO_FILTERS,
): ReplayFrame {
  const { upTo = Infinity } = known;
  const { id, definition, position } = definitions.chain(chain, upTo);
  const areas = new AreaMap(definitions.editions(upTo), boundaries);
  checkLevel(level, areas, boundaries);
  const query: FigureQuery = {
    ...{ chain, asOf, by, level, boundaries },
    knownBefore: null,
    filters: { ...filters, area: areaFilter(filters, areas, boundaries) },
    dimension: 'last',
    minPosition: null,
  };
  const sources = sourcesKnown(definitions.calendars, definitions.statements, known);
  return {
    chain: { id, definition: versionOf(id, definition, chainVersion), position: position.toString() },
    areas,
    series: new SeriesIndex(),
    query,
    sources,
    coverage: new Coverage(sources),
  };
}

function versionOf(chain: string, definition: ChainBody, version: number | undefined): ChainBody {
  if (version === undefined) return definition;
  const alone = asIfAlone(definition, version);
  if (alone) return alone;
  const known = definition.versions.map((one) => one.version).join(', ');
  throw new ReplayFault('replay.unknown-chain-version', { chain, version, known });
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
