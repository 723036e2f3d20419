import type { FactKind, Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import { anotherStadtteil, anyStadtteil } from '../town/homes';
import { DYING, LAST_AGE, LEAVING, MONTHS_AWAY, nextAge, RELOCATING, RETURNING } from '../town/moves';
import type { Child } from './child';

export interface Move {
  readonly kind: Exclude<FactKind, 'stage-reached'>;
  readonly month: Month;
  /** Where the child lives afterwards; null when it is gone. */
  readonly area: string | null;
}

interface Stay {
  readonly from: Month;
  to: Month;
}

/** Where a child lives, month by month. */
export class Residence {
  readonly moves: Move[] = [];
  private readonly stays: Stay[] = [];

  constructor(private readonly child: Child) {
    if (child.origin === 'elsewhere') this.arrive(child.arrival, child.home);
    if (child.origin === 'local') this.stays.push({ from: child.birth, to: Infinity });
  }

  /** In the month of a move the child still counts as here. */
  isHere(month: Month): boolean {
    return this.stays.some((stay) => stay.from <= month && month <= stay.to);
  }

  /** The first month from this one on in which the child is here; null if it never is. */
  nextHere(month: Month): Month | null {
    const stay = this.stays.find(({ to }) => to >= month);
    return stay ? Math.max(month, stay.from) : null;
  }

  areaIn(month: Month): string {
    let area = this.child.home;
    for (const move of this.moves) if (move.month <= month && move.area !== null) area = move.area;
    return area;
  }

  arrive(month: Month, area: string): void {
    this.moves.push({ kind: 'moved-in', month, area });
    this.stays.push({ from: month, to: Infinity });
  }

  relocate(month: Month, area: string): void {
    this.moves.push({ kind: 'relocated', month, area });
  }

  leave(kind: 'moved-out' | 'died', month: Month): void {
    this.moves.push({ kind, month, area: null });
    const stay = this.stays.at(-1);
    if (stay) stay.to = month;
  }
}

/** Lets a child move, leave, come back and rarely die until the end of the chain. */
export function live(child: Child, random: Random): Residence {
  const residence = new Residence(child);
  let age = child.origin === 'guest' ? LAST_AGE : child.arrival - child.birth;
  while (age < LAST_AGE) age = nextMove(residence, child, age, random);
  return residence;
}

/** Three causes compete; whichever comes first happens. Answers with the age at which life here goes on. */
function nextMove(residence: Residence, child: Child, age: number, random: Random): number {
  const [leaves, moves, dies] = [LEAVING, RELOCATING, DYING].map((hazard) => nextAge(hazard, age, random));
  const next = Math.min(leaves!, moves!, dies!);
  const month = child.birth + next;
  if (next >= LAST_AGE) return LAST_AGE;
  if (next === dies) {
    residence.leave('died', month);
    return LAST_AGE;
  }
  if (next === moves) {
    residence.relocate(month, anotherStadtteil(random, residence.areaIn(month)));
    return next;
  }
  residence.leave('moved-out', month);
  return comeBack(residence, child, next, random);
}

function comeBack(residence: Residence, child: Child, age: number, random: Random): number {
  if (!random.chance(RETURNING)) return LAST_AGE;
  const back = age + random.between(MONTHS_AWAY.least, MONTHS_AWAY.most);
  if (back < LAST_AGE) residence.arrive(child.birth + back, anyStadtteil(random));
  return back;
}
