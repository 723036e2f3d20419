import {
  BIRTH_STAGE,
  QUARTER,
  quarterRuns,
  yearOf,
  type Coverage,
  type CaseHistory,
  type Month,
  type QuarterExit,
  type QuarterRun,
  type Schedule,
  type Stratum,
} from '@lueckenlos/chain';
import { addToKey } from '../cell-key/cell-key';
import { cubeName, type CubeDefinition } from './cube';
import { coordinatesOf, type AreaAt, type LifeTableMeasure, type TrueCell } from './true-cell';

const MEASURE_OF: Readonly<Record<QuarterExit, LifeTableMeasure>> = {
  event: 'events',
  moved_out: 'moved-out',
  died: 'died',
};

/** Counts and keys by quarter, as what changes from each one on or as what is in it alone. */
class Quarters {
  private readonly sums: { n: number; key: bigint }[] = [];

  add(quarter: number, key: bigint, times: 1 | -1): void {
    while (this.sums.length <= quarter) this.sums.push({ n: 0, key: 0n });
    const sum = this.sums[quarter];
    if (!sum) return;
    sum.n += times;
    sum.key = addToKey(sum.key, key, times);
  }

  get each(): readonly { readonly n: number; readonly key: bigint }[] {
    return this.sums;
  }

  /** With everything from before. */
  get running(): { n: number; key: bigint }[] {
    const running = { n: 0, key: 0n };
    return this.sums.map(({ n, key }) => {
      running.n += n;
      running.key = addToKey(running.key, key);
      return { ...running };
    });
  }
}

/** The life tables of one place, by stage and measure. */
class PlaceTables {
  private readonly tables = new Map<string, Map<LifeTableMeasure, Quarters>>();

  constructor(
    private readonly cube: string,
    private readonly by: TrueCell['by'],
  ) {}

  add({ stage, first, last, exit }: QuarterRun, key: bigint): void {
    const atRisk = this.quartersOf(stage, 'at-risk');
    atRisk.add(first, key, 1);
    atRisk.add(last + 1, key, -1);
    if (exit) this.quartersOf(stage, MEASURE_OF[exit]).add(last, key, 1);
  }

  cells(): TrueCell[] {
    const { cube, by } = this;
    return [...this.tables].flatMap(([stage, measures]) =>
      [...measures].flatMap(([measure, quarters]) =>
        (measure === 'at-risk' ? quarters.running : quarters.each)
          .map((sum, quarter) => ({ cube, by, measure, stage, value: String(QUARTER * quarter), ...sum }))
          .filter(({ n }) => n > 0),
      ),
    );
  }

  private quartersOf(stage: string, measure: LifeTableMeasure): Quarters {
    let measures = this.tables.get(stage);
    if (!measures) this.tables.set(stage, (measures = new Map<LifeTableMeasure, Quarters>()));
    let quarters = measures.get(measure);
    if (!quarters) measures.set(measure, (quarters = new Quarters()));
    return quarters;
  }
}

/** Counts who reaches each stage after birth by age, in quarters, at each place of some tables. Needs as much memory as they do. */
export class LifeTableTally {
  private readonly cubes: readonly {
    readonly cube: CubeDefinition;
    readonly places: Map<string, PlaceTables>;
  }[];

  constructor(
    cubes: readonly CubeDefinition[],
    private readonly asOf: Month,
    private readonly areaAt: AreaAt,
    private readonly coverage: Coverage,
  ) {
    this.cubes = cubes.map((cube) => ({ cube, places: new Map<string, PlaceTables>() }));
  }

  /** Adds a case, by the stages of the chain that holds for it. */
  add(history: CaseHistory, schedule: Schedule | null, recordKey: bigint): void {
    const { birth } = history;
    if (birth === null || schedule === null) return;
    const stages = schedule.stages.map(({ id }) => id);
    const cohort = { birthYear: yearOf(birth), schoolYear: schedule.schoolYear };
    const known = new Map<Stratum, readonly PlaceTables[]>();
    const later = stages.slice(stages.indexOf(BIRTH_STAGE) + 1);
    for (const run of quarterRuns(history, later, this.asOf, this.deliveredThrough)) {
      const places = known.get(run.stratum) ?? this.placesOf({ ...cohort, ...run.stratum });
      known.set(run.stratum, places);
      for (const place of places) place.add(run, recordKey);
    }
  }

  /** The cells of one table; a cell with no case is absent. */
  cellsOf(wanted: CubeDefinition): TrueCell[] {
    const name = cubeName(wanted);
    const found = this.cubes.find(({ cube }) => cubeName(cube) === name);
    return [...(found?.places.values() ?? [])].flatMap((place) => place.cells());
  }

  /** Both the births and the stage. */
  private readonly deliveredThrough = (stage: string, area: string | null): Month =>
    Math.min(...[BIRTH_STAGE, stage].map((one) => this.coverage.completedThrough(one, area)));

  private placesOf(cell: Parameters<typeof coordinatesOf>[0]): PlaceTables[] {
    return this.cubes.map(({ cube, places }) => {
      const by = coordinatesOf(cell, cube, this.areaAt);
      const name = JSON.stringify(by);
      const known = places.get(name) ?? new PlaceTables(cubeName(cube), by);
      places.set(name, known);
      return known;
    });
  }
}
