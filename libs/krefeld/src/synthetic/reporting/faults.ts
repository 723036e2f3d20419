import type { Random } from '../chance/random';
import type { LifeEvent } from '../child/life-event';
import type { CaseJournal } from './case-journal';
import { daysAfter, knownAfter } from './delays';
import { honest, mistaken } from './statement';

/** Puts one event into the journal, with whatever goes wrong on the way. */
type Way = (event: LifeEvent, journal: CaseJournal, random: Random) => void;

const plainly: Way = (event, journal, random) => {
  journal.fact(event.kind, honest(event, random), knownAfter(event, random));
};

const TWO_STEPS = 0.15;
const POINTS_AT_CORRECTION = 0.5;

/** A slip that is corrected; sometimes the correction is wrong as well, and a second one follows. */
const corrected: Way = (event, journal, random) => {
  const truth = honest(event, random);
  const known = knownAfter(event, random);
  const original = journal.fact(event.kind, mistaken(truth, random), known);
  const then = daysAfter(known, 3, 60, random);
  if (!random.chance(TWO_STEPS)) {
    journal.correct(original, truth, then);
    return;
  }
  const first = journal.correct(original, mistaken(truth, random), then);
  const target = random.chance(POINTS_AT_CORRECTION) ? first : original;
  journal.correct(target, truth, daysAfter(then, 3, 60, random));
};

/** The correction overtakes its original. */
const correctedBefore: Way = (event, journal, random) => {
  const truth = honest(event, random);
  const known = knownAfter(event, random);
  const serial = journal.nextSerial();
  journal.correct({ serial, lost: false }, truth, known);
  journal.fact(event.kind, mistaken(truth, random), daysAfter(known, 2, 30, random), serial);
};

/** A correction that was wrong itself and is taken back: the original holds again. */
const correctedInVain: Way = (event, journal, random) => {
  const truth = honest(event, random);
  const known = knownAfter(event, random);
  const original = journal.fact(event.kind, truth, known);
  const then = daysAfter(known, 3, 60, random);
  const correction = journal.correct(original, mistaken(truth, random), then);
  journal.retract(correction, 'correction of another case', daysAfter(then, 2, 30, random));
};

/** Taken back and sent again under another id. */
const sentAgain: Way = (event, journal, random) => {
  const truth = honest(event, random);
  const known = knownAfter(event, random);
  const original = journal.fact(event.kind, mistaken(truth, random), known);
  const then = daysAfter(known, 2, 30, random);
  journal.retract(original, 'entered in error', then);
  journal.fact(event.kind, truth, then);
};

/** A departure that never was, taken back later: until then the child counts as gone. */
const neverHappened: Way = (event, journal, random) => {
  plainly(event, journal, random);
  const nowhere = { stage: null, month: event.month, area: null, povertyRisk: null };
  const known = knownAfter({ ...event, agency: 'residents-office' }, random);
  const departure = journal.fact('moved-out', nowhere, known);
  journal.retract(departure, 'wrong case', daysAfter(known, 5, 60, random));
};

/** Points at a record that never arrives. */
const orphaned: Way = (event, journal, random) => {
  plainly(event, journal, random);
  const known = daysAfter(knownAfter(event, random), 3, 60, random);
  if (random.chance(0.5)) journal.correct(journal.lost(), honest(event, random), known);
  else journal.retract(journal.lost(), 'entered twice', known);
};

/** Shares of events (assumed). */
const FAULTS: readonly (readonly [share: number, way: Way])[] = [
  [0.03, corrected],
  [0.002, correctedBefore],
  [0.002, correctedInVain],
  [0.003, sentAgain],
  [0.002, neverHappened],
  [0.0005, orphaned],
];

/** Reports an event the way chance has it; mostly nothing goes wrong. */
export function report(event: LifeEvent, journal: CaseJournal, random: Random): void {
  let point = random.uniform();
  const [, way] = FAULTS.find(([share]) => (point -= share) < 0) ?? [1, plainly];
  way(event, journal, random);
}
