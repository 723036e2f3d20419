/**
 * - `silent`: nothing is done and nothing answered
 * - `lost-answer`: done, never answered
 * - `twice`: done, and answered twice
 * - `late`: done at once, answered when the test says so
 * - `held`: done and answered when the test says so
 * - `not-leader`: refused with the address of the leader, which is the same node
 * - `unavailable`: the connection breaks before anything is done; `unavailable-after`: after it
 * - `not-ready`, `bad-request`, `timeout`, `denied`: answered as such, nothing done
 * - `elsewhere`: refused as if the stream had moved, although a reader sees nothing of it: somebody has deleted it
 * - `close`: the server closes the call in order, with nothing answered
 */
export type AppendFault =
  | 'silent'
  | 'lost-answer'
  | 'twice'
  | 'late'
  | 'held'
  | 'not-leader'
  | 'unavailable'
  | 'unavailable-after'
  | 'not-ready'
  | 'bad-request'
  | 'timeout'
  | 'denied'
  | 'elsewhere'
  | 'close';

export type ReadFault = 'silent' | 'unavailable' | 'not-leader' | 'denied';

/** What is to happen to the next calls, one fault each, in order. */
export class Faults<T extends string> {
  private readonly planned: { readonly fault: T; readonly stream: string | undefined }[] = [];
  private readonly released = new Map<T, (() => void)[]>();

  /** @param stream only for calls about this stream (its end suffices) */
  plan(fault: T, { times = 1, stream }: { times?: number; stream?: string } = {}): void {
    for (let time = 0; time < times; time++) this.planned.push({ fault, stream });
  }

  take(stream: string): T | undefined {
    const index = this.planned.findIndex((plan) => plan.stream === undefined || stream.endsWith(plan.stream));
    return index < 0 ? undefined : this.planned.splice(index, 1)[0]?.fault;
  }

  /** How many are still to happen. */
  get left(): number {
    return this.planned.length;
  }

  /** Resolves when the test releases this kind of fault. */
  async hold(fault: T): Promise<void> {
    await new Promise<void>((resolve) => {
      this.released.set(fault, [...(this.released.get(fault) ?? []), resolve]);
    });
  }

  release(fault: T): void {
    this.released.get(fault)?.forEach((go) => go());
    this.released.delete(fault);
  }

  /** Nothing more is planned, and nothing held. */
  clear(): void {
    this.planned.length = 0;
    [...this.released.keys()].forEach((fault) => this.release(fault));
  }
}
