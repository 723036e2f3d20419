import {
  RiskTable,
  wayBetween,
  type CaseHistory,
  type Month,
  type RiskEvent,
  type RiskMoment,
  type StepPlace,
  type StepTable,
  type Way,
} from '@lueckenlos/chain';

/** Risk tables of several stages since one origin, filled together: what is common to all stages is read once. */
export class StageTables implements StepTable {
  private readonly tables: ReadonlyMap<string, RiskTable>;

  constructor(
    readonly stages: readonly string[],
    asOf: Month,
  ) {
    this.tables = new Map(stages.map((stage) => [stage, new RiskTable(asOf)]));
  }

  of(stage: string): RiskTable | undefined {
    return this.tables.get(stage);
  }

  add(moment: RiskMoment, kind: RiskEvent, n: number, { to }: StepPlace): void {
    for (const table of this.tablesOf(to)) table.add(moment, kind, n);
  }

  leave(moment: RiskMoment, n: number, { to }: StepPlace): void {
    for (const table of this.tablesOf(to)) table.leave(moment, n);
  }

  /** Where no stage is named, it happens on the way to all of them. */
  private tablesOf(to: string): Iterable<RiskTable> {
    if (to === '') return this.tables.values();
    const table = this.tables.get(to);
    return table ? [table] : [];
  }
}

/** The ways of one case from a stage to several others, each step under the stage that it leads to. */
export function waysTo(history: CaseHistory, from: string, stages: readonly string[]): Way | null {
  const ways = stages.flatMap((to) => {
    const way = wayBetween(history, from, to);
    return way ? [{ ...way, steps: way.steps.map((step) => ({ ...step, to })) }] : [];
  });
  const [first] = ways;
  return first ? { ...first, steps: ways.flatMap(({ steps }) => steps) } : null;
}
