export interface Numbered<T> {
  readonly id: number;
  readonly value: T;
}

/** Gives values numbers from 1 on, each once, and remembers which are new. */
export class Numbering<T> {
  private readonly ids = new Map<string, number>();
  private readonly values = new Map<number, T>();
  private added: Numbered<T>[] = [];
  private last = 0;

  constructor(private readonly keyOf: (value: T) => string) {}

  idOf(value: T): number {
    const known = this.ids.get(this.keyOf(value));
    if (known !== undefined) return known;
    const id = this.last + 1;
    this.remember(id, value);
    this.added.push({ id, value });
    return id;
  }

  /** @throws RangeError for a number that was never given */
  valueOf(id: number): T {
    const value = this.values.get(id);
    if (value === undefined) throw new RangeError(`nothing has the number ${id}`);
    return value;
  }

  remember(id: number, value: T): void {
    this.ids.set(this.keyOf(value), id);
    this.values.set(id, value);
    this.last = Math.max(this.last, id);
  }

  /** What was numbered since the last call. */
  takeAdded(): Numbered<T>[] {
    const { added } = this;
    this.added = [];
    return added;
  }
}
