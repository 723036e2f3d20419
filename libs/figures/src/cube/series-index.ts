/** A value of a measure at a stage. */
export interface Counted {
  readonly measure: string;
  readonly stage: string;
  readonly value: string;
}

/** The numbers of the series, by which counts are kept while a question is answered. */
export class SeriesIndex {
  private readonly ids = new Map<string, Map<string, Map<string, number>>>();
  private last = 0;

  /** @param known series that have their numbers already */
  constructor(known: readonly (Counted & { readonly id: number })[] = []) {
    for (const { id, ...series } of known) this.remember(series, id);
  }

  /** How long a list of counts by number is at least. */
  get size(): number {
    return this.last + 1;
  }

  /** The number of a series. One that the read model never had, because only less was known then, gets the next. */
  idOf(series: Counted): number {
    return (
      this.valuesOf(series.measure, series.stage).get(series.value) ?? this.remember(series, this.last + 1)
    );
  }

  /** The values of a measure at a stage, with the number of each series. */
  valuesOf(measure: string, stage: string): ReadonlyMap<string, number> {
    return this.ids.get(measure)?.get(stage) ?? NONE;
  }

  /** The numbers of all series of some measures. */
  idsOf(measures: readonly string[]): number[] {
    return measures.flatMap((measure) =>
      [...(this.ids.get(measure)?.values() ?? [])].flatMap((values) => [...values.values()]),
    );
  }

  private remember({ measure, stage, value }: Counted, id: number): number {
    const stages = this.ids.get(measure) ?? new Map<string, Map<string, number>>();
    this.ids.set(measure, stages);
    const values = stages.get(stage) ?? new Map<string, number>();
    stages.set(stage, values);
    values.set(value, id);
    this.last = Math.max(this.last, id);
    return id;
  }
}

const NONE: ReadonlyMap<string, number> = new Map();
