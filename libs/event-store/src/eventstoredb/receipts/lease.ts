import type { Reservations } from './reservations';

/**
 * Our hold on the places that are reserved for a round of appends. It is asked before each send, because an append may
 * wait for its turn longer than a reservation lasts: what is sent without one could meet the same id elsewhere.
 */
export class Lease {
  private held: ReadonlySet<string>;
  private renewing: Promise<void> | undefined;

  /** @param since when they were reserved or taken over, by `performance.now()` */
  constructor(
    private readonly reservations: Pick<Reservations, 'prolong'>,
    ids: readonly string[],
    private since: number,
    private readonly freshMs: number,
  ) {
    this.held = new Set(ids);
  }

  /**
   * Whether the places of these events are still ours. Known while the lease is fresh, else all of it is prolonged:
   * as long as a round goes on, nothing of it runs out.
   */
  async holds(ids: readonly string[]): Promise<boolean> {
    if (performance.now() - this.since >= this.freshMs) {
      // Who asks meanwhile shares it.
      this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
      await this.renewing;
    }
    return ids.every((id) => this.held.has(id));
  }

  private async renew(): Promise<void> {
    const asked = performance.now();
    this.held = await this.reservations.prolong([...this.held]);
    this.since = asked;
  }
}
