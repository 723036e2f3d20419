import type { Month } from '@lueckenlos/chain';
import { fingerprint, Random } from '../chance/random';
import { newChild, type Child, type Origin } from '../child/child';
import { lifeOf } from '../child/life-of';
import { CaseJournal } from '../reporting/case-journal';
import { report } from '../reporting/faults';
import type { Report } from '../reporting/report';
import { birthsInMonth } from '../town/births';
import { ageAt, ARRIVING, cumulated, GUESTS, LAST_AGE } from '../town/moves';
import type { Plan } from './options';

const ARRIVALS = cumulated(ARRIVING, LAST_AGE);

/** Per resident birth; the index is part of the key of each child's chance. */
const ORIGINS: readonly (readonly [origin: Origin, share: number])[] = [
  ['local', 1],
  ['elsewhere', ARRIVALS],
  ['guest', GUESTS],
];

/** All records about the children born in one month, whenever they become known. */
export class Cohorts {
  private readonly due = ORIGINS.map(() => 0);

  constructor(private readonly plan: Plan) {}

  /** To be called month by month: what is left over of a child is carried on, so that the numbers add up. */
  *bornIn(birth: Month): Generator<Report> {
    const births = birthsInMonth(birth) * this.plan.scale;
    for (const [key, [origin, share]] of ORIGINS.entries()) {
      const due = this.due[key]! + births * share;
      const children = Math.floor(due);
      this.due[key] = due - children;
      for (let index = 0; index < children; index++) {
        const keys = [this.plan.seed, birth, key, index];
        const random = Random.fromKeys(...keys);
        const arrival = birth + (origin === 'elsewhere' ? ageAt(ARRIVING, random.uniform() * ARRIVALS) : 0);
        if (arrival <= this.plan.until)
          yield* recordsOf(newChild(birth, origin, arrival, random, fingerprint(...keys)), random);
      }
    }
  }
}

function recordsOf(child: Child, random: Random): readonly Report[] {
  const journal = new CaseJournal(child.key, random);
  for (const event of lifeOf(child, random)) report(event, journal, random);
  return journal.reports;
}
