import type { Reservations } from './reservations';

/**
 * Our hold on the places that are reserved for one stream of a call. It is asked before each send, because an append
 * may wait for its turn longer than a reservation lasts: what is sent without one could meet the same id elsewhere.
 */
export class Lease {
  /** @param since when it was reserved or taken over, by `performance.now()` */
  constructor(
    private readonly reservations: Pick<Reservations, 'prolong'>,
    private readonly ids: readonly string[],
    private since: number,
    private readonly freshMs: number,
  ) {}

  /** Whether the places are still ours: known for certain while the lease is fresh, else asked and prolonged. */
  async holds(): Promise<boolean> {
    return performance.now() - this.since < this.freshMs || this.renew();
  }

  /** Prolongs it. False where somebody else has settled what was reserved. */
  async renew(): Promise<boolean> {
    const asked = performance.now();
    if (!(await this.reservations.prolong(this.ids))) return false;
    this.since = asked;
    return true;
  }
}
