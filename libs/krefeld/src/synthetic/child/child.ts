import type { Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import { anyStadtteil } from '../town/homes';
import { povertyIn } from '../town/poverty';

/** 64 random bits, the pseudonym of a case as two words. */
export type CaseKey = readonly [number, number];

/** `guest`: born in Krefeld to parents who live elsewhere, never a resident. */
export type Origin = 'local' | 'elsewhere' | 'guest';

/** A child as it is, before anybody reports anything. */
export interface Child {
  readonly key: CaseKey;
  readonly birth: Month;
  readonly origin: Origin;
  /** The month of birth or of the first arrival. */
  readonly arrival: Month;
  /** Stadtteil of the first residence. */
  readonly home: string;
  readonly poorAtBirth: boolean;
  /** Families that offers rarely reach: they miss several stages, not each by an independent chance. */
  readonly hardToReach: boolean;
  readonly povertyAt: (month: Month) => boolean;
}

const HARD_TO_REACH = 0.1;

/** A poor child may leave poverty and another one fall into it; the shares in each Stadtteil stay as they are. */
const LEAVES_POVERTY = 0.15;
const CHANGES_BY_AGE = 180;

/** @param distinct bits that no other child of the town shares along with the start of its generator */
export function newChild(
  birth: Month,
  origin: Origin,
  arrival: Month,
  random: Random,
  distinct: number,
): Child {
  const key: CaseKey = [random.bits(), (random.bits() ^ distinct) >>> 0];
  const home = anyStadtteil(random);
  const risk = povertyIn(home);
  const poorAtBirth = random.chance(risk);
  const hardToReach = random.chance(HARD_TO_REACH);
  const changes = random.chance(poorAtBirth ? LEAVES_POVERTY : (LEAVES_POVERTY * risk) / (1 - risk));
  const changesIn = changes ? birth + random.between(1, CHANGES_BY_AGE) : Infinity;
  const povertyAt = (month: Month) => poorAtBirth !== month >= changesIn;
  return { key, birth, origin, arrival, home, poorAtBirth, hardToReach, povertyAt };
}
