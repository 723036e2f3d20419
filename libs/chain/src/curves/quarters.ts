import type { CaseHistory } from '../history/case-history';
import type { ExitReason, Spell } from '../history/presence';
import type { Month } from '../month';
import type { Steps } from '../steps';
import { strataOf, stratumAt, type Stratum } from './stratum';

/** What ends a child's time under observation without the event, or is the event. */
export type QuarterExit = 'event' | ExitReason;

/** Consecutive quarters in which a child is at risk of reaching a stage, in one stratum. */
export interface QuarterRun {
  readonly stage: string;
  readonly first: number;
  readonly last: number;
  /** The one known in the first month of each of these quarters. */
  readonly stratum: Stratum;
  /** What happens in the last of them; null: nothing, or another stratum follows. */
  readonly exit: QuarterExit | null;
}

/** Months in a step of the grid. */
export const QUARTER = 3;

/**
 * The way of a child from its birth to each of some stages, on a quarterly grid. Quarter 0 is the month of birth, quarter q the
 * three months up to month 3q, so that what is known of quarter q is what has happened by the end of month 3q. A quarter counts as
 * a whole or not at all: at risk is who is under observation, without the stage, in its first month, and only if its last month is
 * not later than the as-of month. Who comes later in a quarter is at risk from the next one on. What happens in it is what comes
 * first: the stage (before an exit in the same month), or the exit. Nobody is followed into a quarter of which some month is not
 * delivered where it lives, nor from then on: nobody can say whether it has reached the stage.
 * @param deliveredThrough the last month through which the sources of a stage have delivered for an area (null: not known)
 */
export function quarterRuns(
  history: CaseHistory,
  stages: readonly string[],
  asOf: Month,
  deliveredThrough: (stage: string, area: string | null) => Month = () => Infinity,
): QuarterRun[] {
  const { birth, spells, reached } = history;
  if (birth === null) return [];
  const strata = strataOf(history);
  const complete = Math.floor((asOf - birth) / QUARTER);
  return stages.flatMap((stage) => {
    const runs = spells.flatMap((spell) => {
      const stay = stayUntil(spell, (reached.get(stage) ?? Infinity) - birth, birth, complete);
      return stay ? byStratum({ stage, ...stay }, strata, birth) : [];
    });
    return delivered(runs, ({ area }) => Math.floor((deliveredThrough(stage, area) - birth) / QUARTER));
  });
}

/** What comes before the first quarter that is not delivered. */
function delivered(runs: readonly QuarterRun[], lastIn: (stratum: Stratum) => number): readonly QuarterRun[] {
  const at = runs.findIndex(({ last, stratum }) => lastIn(stratum) < last);
  const cut = runs[at];
  if (!cut) return runs;
  const last = lastIn(cut.stratum);
  const part = last < cut.first ? [] : [{ ...cut, last, exit: null }];
  return [...runs.slice(0, at), ...part];
}

type Stay = Pick<QuarterRun, 'first' | 'last' | 'exit'>;

/** The quarters of a spell up to the month in which the stage was reached; months count from the birth. */
function stayUntil(spell: Spell, reached: number, birth: Month, complete: number): Stay | null {
  const start = Math.max(0, spell.start - birth);
  const end = (spell.end ?? Infinity) - birth;
  const until = Math.min(end, reached);
  const [first, last] = [quarterFrom(start), Math.min(complete, quarterOf(until))];
  if (until < start || last < first) return null;
  const isOver = quarterOf(until) === last;
  return { first, last, exit: !isOver ? null : reached <= end ? 'event' : spell.reason };
}

/** Cut where another stratum is known from a later quarter on. */
function byStratum(
  { first, last, exit, ...run }: Omit<QuarterRun, 'stratum'>,
  strata: Steps<Stratum>,
  birth: Month,
): QuarterRun[] {
  const cuts = strata.map(({ from }) => quarterFrom(from - birth)).filter((at) => at > first && at <= last);
  const starts = [...new Set([first, ...cuts])];
  return starts.map((start, i) => {
    const stratum = stratumAt(strata, birth + firstMonthOf(start));
    const next = starts[i + 1];
    return next === undefined
      ? { ...run, first: start, last, stratum, exit }
      : { ...run, first: start, last: next - 1, stratum, exit: null };
  });
}

/** The quarter in which a month since birth lies. */
function quarterOf(t: number): number {
  return Math.ceil(t / QUARTER);
}

/** The first quarter that begins in a month since birth or later. */
function quarterFrom(t: number): number {
  return t <= 0 ? 0 : Math.ceil((t - 1) / QUARTER) + 1;
}

function firstMonthOf(quarter: number): number {
  return quarter === 0 ? 0 : QUARTER * (quarter - 1) + 1;
}
