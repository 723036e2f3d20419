import type { Month } from '@lueckenlos/chain';
import type { ChainInForce, StratumAnswer } from '@lueckenlos/figures/counting';
import { CurveCount } from './figures/count-curves';
import { canonicalDigest } from './figures/digest';
import type { Chunks } from './log/lines';
import type { CurvesQuestion } from './question';
import { ReplayedLog, type ReadingOptions } from './replayed-log';

/** Curves, as the read models answer them. */
export interface CurvesReplay {
  /** The chain, as it was defined. */
  readonly chain: ChainInForce;
  readonly asOf: Month;
  readonly eventsRead: number;
  /** The curves hold up to here. */
  readonly position: string;
  /** SHA-256 over the canonical JSON (RFC 8785) of the strata. */
  readonly digest: string;
  /** As `GET /v1/curves` gives them. */
  readonly strata: readonly StratumAnswer[];
}

/**
 * Reads a log and estimates curves from nothing else.
 * @throws ReplayFault where the log is broken, too short or lacks what is asked for
 */
export async function replayCurves(
  chunks: Chunks,
  question: CurvesQuestion,
  reading: ReadingOptions,
): Promise<CurvesReplay> {
  const log = await ReplayedLog.read(chunks, reading);
  const count = new CurveCount(log, question);
  await log.fold(question.known, (child) => count.add(child));
  const strata = count.strata();
  return {
    chain: count.chain,
    asOf: question.asOf,
    eventsRead: log.events,
    position: log.heldUpTo(question.known),
    digest: canonicalDigest(strata),
    strata,
  };
}
