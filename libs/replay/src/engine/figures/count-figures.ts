import { Coverage, formatMonth, schedulerFor, sourcesKnown, type Scheduler } from '@lueckenlos/chain';
import {
  AreaMap,
  countChild,
  dropOffAnswers,
  flowAnswers,
  GroupTable,
  scopeCounts,
  SeriesIndex,
  UnconfirmedCases,
  type ChainInForce,
  type FigureQuery,
} from '@lueckenlos/figures/counting';
import { ReplayFault } from '../fault';
import type { ReplayQuestion } from '../question';
import type { ReplayedChild, ReplayedLog } from '../replayed-log';

/** Exact figures, as the read models answer them. */
export interface ReplayedFigures {
  /** The chain, as it was defined. */
  readonly chain: ChainInForce;
  readonly scope: ReturnType<typeof scopeCounts>;
  /** As `GET /v1/drop-offs` gives them. */
  readonly rows: ReturnType<typeof dropOffAnswers>;
  /** As `GET /v1/flows` gives them. */
  readonly flows: ReturnType<typeof flowAnswers>;
}

/** Counts children by the same functions as the read side, from nothing but the log. */
export class FigureCount {
  private readonly chain: ChainInForce;
  private readonly scheduler: Scheduler;
  private readonly query: FigureQuery;
  private readonly table: GroupTable;
  private readonly unconfirmed: UnconfirmedCases | undefined;

  /** @throws ReplayFault where the log does not define what is asked for */
  constructor({ definitions }: ReplayedLog, { chain, asOf, by, level, known }: ReplayQuestion) {
    const { upTo = Infinity } = known;
    const { id, definition, position } = definitions.chain(chain, upTo);
    const areas = new AreaMap(definitions.editions(upTo), asOf);
    checkLevel(level, areas, asOf);
    this.chain = { id, definition, position: position.toString() };
    this.scheduler = schedulerFor(definition);
    this.query = queryOf({ chain, asOf, by, level });
    this.table = new GroupTable(this.query, areas, new SeriesIndex());
    const sources = sourcesKnown(definitions.calendars, definitions.statements, known);
    if (sources.length > 0) this.unconfirmed = new UnconfirmedCases(new Coverage(sources), this.table);
  }

  add({ history }: ReplayedChild): void {
    countChild(history, 1, this.query, this.scheduler, this.table, this.unconfirmed);
  }

  figures(): ReplayedFigures {
    const { chain, table } = this;
    const dropOffs = {
      chain,
      release: null,
      groups: table.sorted(['scope', 'status', 'window', 'unconfirmed']),
    };
    return {
      chain,
      scope: scopeCounts(dropOffs),
      rows: dropOffAnswers(dropOffs),
      flows: flowAnswers({ chain, groups: table.sorted(['next']) }),
    };
  }
}

function queryOf(asked: Pick<FigureQuery, 'chain' | 'asOf' | 'by' | 'level'>): FigureQuery {
  return {
    ...asked,
    boundaries: asked.asOf,
    knownBefore: null,
    filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
    dimension: 'last',
    minPosition: null,
  };
}

function checkLevel(level: string | null, areas: AreaMap, month: number): void {
  if (level === null || areas.levels().includes(level)) return;
  const known = areas.levels().join(', ') || '–';
  throw new ReplayFault('replay.unknown-level', { level, month: formatMonth(month), known });
}
