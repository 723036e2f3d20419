import { ProblemError, type Fault } from '@lueckenlos/platform';

/** Reads query parameters one by one and gathers all faults before it complains. */
export class Parameters {
  private readonly faults: Fault[] = [];
  private readonly values: ReadonlyMap<string, string>;

  constructor(
    query: Readonly<Record<string, unknown>>,
    private readonly known: readonly string[],
  ) {
    this.values = new Map(Object.entries(query).flatMap(([name, value]) => this.accept(name, value)));
  }

  /** The value as the reader sees it; null when absent or (with a fault) unreadable. */
  read<T>(name: string, expected: string, reader: (text: string) => T | null): T | null {
    const text = this.values.get(name);
    if (text === undefined) return null;
    const value = reader(text);
    if (value === null) this.invalid(name, expected);
    return value;
  }

  /** A list separated by commas, each value once. */
  readList<T>(name: string, expected: string, reader: (text: string) => T | null): T[] | null {
    return this.read(name, `a list, separated by commas, of ${expected}`, (text) => {
      const values = text.split(',').map(reader);
      const found = values.filter((value) => value !== null);
      return found.length === values.length && new Set(found).size === found.length ? found : null;
    });
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  fault(code: string, name: string, params: Fault['params'] = {}): void {
    this.faults.push({ code, pointer: `/${name}`, params: { name, ...params } });
  }

  /** @throws ProblemError with every fault found so far */
  complain(): void {
    if (this.faults.length > 0) throw new ProblemError(this.faults);
  }

  private accept(name: string, value: unknown): [string, string][] {
    if (!this.known.includes(name)) this.fault('figures.unknown-parameter', name, { known: this.known });
    else if (typeof value !== 'string') this.fault('figures.repeated-parameter', name);
    else return [[name, value]];
    return [];
  }

  private invalid(name: string, expected: string): void {
    this.fault('figures.invalid-parameter', name, { expected });
  }
}
