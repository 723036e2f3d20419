import {
  changeSeries,
  CountLog,
  CURVE_PARTS,
  curveCountKey,
  NO_SUMS,
  partOf,
  readChange,
  seriesOf,
  yearOf,
  type Contribution,
  type CurvePart,
  type SortedSums,
} from '@lueckenlos/chain';
import type { CurveIds } from './curve-ids';
import type { CurveCuboid, CurveMeasure } from './lane';

/** Where a count belongs: what is counted, and of whom. */
interface PlaceOfCurves {
  /** Its number, by {@link CurveIds.lane}. */
  readonly lane: number;
  readonly birthYear: number;
  readonly stratum: number;
}

/** Which counts of a cell change, and by how much. */
export interface CellOfCurves extends PlaceOfCurves {
  /** By {@link curveCountKey}. */
  readonly counts: SortedSums;
}

// Cells are found by two numbers, both small enough to be no objects: birth year and stratum, since a child has few of them;
// then the lane.
const STRATA = 2 ** 16;

/** The numbers of cells by their lane, for each birth year and stratum. */
class Numbers {
  private readonly known = new Map<number, Map<number, number>>();
  /** Most counts of a case come to where the one before did. */
  private last = { place: NaN, numbers: new Map<number, number>() };

  of(place: number): Map<number, number> {
    if (place !== this.last.place) {
      const numbers = this.known.get(place) ?? new Map<number, number>();
      this.known.set(place, numbers);
      this.last = { place, numbers };
    }
    return this.last.numbers;
  }
}

const PARTS = CURVE_PARTS.length;
const PART_NUMBERS: Readonly<Record<CurvePart, number>> = { then: 0, change: 1, last: 2 };

/** The numbers of the lanes of a chain and a measure, found by numbers: the names of a lane are many to compare. */
class LanesOfMeasure {
  private readonly known: Readonly<Record<CurveCuboid, number[]>> = { full: [], poverty: [] };

  constructor(
    private readonly ids: CurveIds,
    private readonly chain: string,
    private readonly measure: CurveMeasure,
  ) {}

  numberOf(from: string, cuboid: CurveCuboid, part: CurvePart): number {
    const place = this.ids.stage(from) * PARTS + PART_NUMBERS[part];
    const { chain, measure } = this;
    return (this.known[cuboid][place] ??= this.ids.lane({ chain, measure, from, cuboid, part }));
  }
}

/** Gathers what many cases contribute, so that each cell is written once. */
export class GatheredCells {
  private readonly log = new CountLog();
  private readonly places: PlaceOfCurves[] = [];
  private readonly nearby = { full: new Numbers(), poverty: new Numbers() };
  private readonly lanes = new Map<string, LanesOfMeasure>();

  constructor(private readonly ids: CurveIds) {}

  /** How many counts have gathered. */
  get size(): number {
    return this.log.length;
  }

  add(chain: string, measure: CurveMeasure, contributions: readonly Contribution[], times: 1 | -1): void {
    const lanes = this.lanesOf(chain, measure);
    for (const one of contributions) {
      const stratum = this.ids.stratum(one.stratum);
      const series = seriesOf(one, this.ids);
      const n = one.n === times ? 1 : -1;
      this.log.add(this.cellOf(lanes, one, 'full', stratum), keyOf(one, series), n);
      const coarse = this.ids.withoutArea(stratum);
      const coarseSeries = one.step.kind === 'change' ? this.changeOfPoverty(series, coarse) : series;
      if (coarseSeries === null) continue;
      this.log.add(this.cellOf(lanes, one, 'poverty', coarse), keyOf(one, coarseSeries), n);
    }
  }

  /** The cells in which something changes, of both cuboids, in the order in which they lie in the database. */
  changed(): CellOfCurves[] {
    const sums = this.log.sums(this.places.length);
    return this.places
      .map((place, number) => ({ ...place, counts: sums[number] ?? NO_SUMS }))
      .filter(({ counts }) => counts.keys.length > 0)
      .sort((a, b) => a.lane - b.lane || a.birthYear - b.birthYear || a.stratum - b.stratum);
  }

  private lanesOf(chain: string, measure: CurveMeasure): LanesOfMeasure {
    const name = `${measure} ${chain}`;
    const lanes = this.lanes.get(name) ?? new LanesOfMeasure(this.ids, chain, measure);
    this.lanes.set(name, lanes);
    return lanes;
  }

  /** The number of a cell in the log. */
  private cellOf(lanes: LanesOfMeasure, one: Contribution, cuboid: CurveCuboid, stratum: number): number {
    const birthYear = yearOf(one.birth);
    const lane = lanes.numberOf(one.from, cuboid, partOf(one));
    const near = this.nearby[cuboid].of(birthYear * STRATA + stratum);
    let number = near.get(lane);
    if (number === undefined) {
      number = this.places.push({ lane, birthYear, stratum }) - 1;
      near.set(lane, number);
    }
    return number;
  }

  /** The series of a change between poverty risks; null for who goes to another area only. */
  private changeOfPoverty(series: number, stratum: number): number | null {
    const { to, into } = readChange(series);
    const target = this.ids.withoutArea(into);
    return target === stratum ? null : changeSeries(to, target);
  }
}

function keyOf({ birth, origin, step }: Contribution, series: number): number {
  return curveCountKey(birth, origin, step.month - origin, series);
}
