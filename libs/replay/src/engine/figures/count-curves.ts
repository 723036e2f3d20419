import { stagesInOrder, type ChainBody, type RiskTable } from '@lueckenlos/chain';
import {
  BirthTables,
  GroupCoverage,
  riskTables,
  strataAnswers,
  strataOf,
  type ChainInForce,
  type CurveRequest,
  type StratumAnswer,
} from '@lueckenlos/figures/counting';
import { ReplayFault } from '../fault';
import type { CurvesQuestion } from '../question';
import type { ReplayedChild, ReplayedLog } from '../replayed-log';
import { frameOf } from './replay-frame';

/** Sums children up for curves by the same functions as the read side, from nothing but the log. */
export class CurveCount {
  /** The chain, as it was defined. */
  readonly chain: ChainInForce;
  private readonly delivered: GroupCoverage;
  private readonly tables: BirthTables<RiskTable>;

  /** @throws ReplayFault where the log does not define what is asked for */
  constructor(
    log: Pick<ReplayedLog, 'definitions'>,
    private readonly question: CurvesQuestion,
  ) {
    const { request, filters } = question;
    const frame = frameOf(log, question, filters);
    this.chain = frame.chain;
    checkStages(frame.chain.definition, request);
    this.delivered = new GroupCoverage(frame.coverage, frame);
    this.tables = new BirthTables(frame, riskTables(request, this.delivered));
  }

  add({ history }: ReplayedChild): void {
    this.tables.add(history, 1);
  }

  /** As `GET /v1/curves` gives them. */
  strata(): StratumAnswer[] {
    return strataAnswers(strataOf(this.tables.sorted(), this.question.request, this.delivered));
  }
}

function checkStages(chain: ChainBody, { from, stage }: CurveRequest): void {
  const stages = stagesInOrder(chain).map(({ id }) => id);
  const known = stages.join(', ');
  const unknown = [from, stage].find((id) => !stages.includes(id));
  if (unknown !== undefined) throw new ReplayFault('replay.unknown-stage', { stage: unknown, known });
  if (stages.indexOf(from) >= stages.indexOf(stage))
    throw new ReplayFault('replay.stages-out-of-order', { from, stage, known });
}
