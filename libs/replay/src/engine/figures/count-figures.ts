import { schedulerFor, type Scheduler } from '@lueckenlos/chain';
import {
  countChild,
  dropOffAnswers,
  flowAnswers,
  GroupTable,
  scopeCounts,
  UnconfirmedCases,
  type ChainInForce,
  type FigureQuery,
} from '@lueckenlos/figures/counting';
import type { ReplayQuestion } from '../question';
import type { ReplayedChild, ReplayedLog } from '../replayed-log';
import { frameOf } from './replay-frame';

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
  constructor(log: Pick<ReplayedLog, 'definitions'>, question: ReplayQuestion) {
    const { chain, areas, series, query, sources, coverage } = frameOf(log, question);
    this.chain = chain;
    this.scheduler = schedulerFor(chain.definition);
    this.query = query;
    this.table = new GroupTable(query, areas, series);
    if (sources.length > 0) this.unconfirmed = new UnconfirmedCases(coverage, this.table);
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
