/** Entries into a table, less those that were taken away: apart for each of its stages, as each takes away its own. */
export class Entries {
  private readonly sums: Map<string, number>;

  /** @param stages nothing where the table counts one */
  constructor(private readonly stages?: readonly string[]) {
    this.sums = new Map((stages ?? ['']).map((stage) => [stage, 0]));
  }

  /** @param to the stage that they are on the way to; '' is all of them */
  add(n: number, to: string): void {
    for (const [stage, sum] of this.sums) {
      if (!this.stages || to === '' || to === stage) this.sums.set(stage, sum + n);
    }
  }

  /** Whether there are any, on the way to any stage. */
  get any(): boolean {
    return [...this.sums.values()].some((n) => n !== 0);
  }
}
