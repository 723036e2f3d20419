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
  private readonly known = new Map<number, number[]>();
  // Most counts of a case come to where the one before did.
  private place = NaN;
  private numbers: number[] = [];

  of(birthYear: number, stratum: number): number[] {
    const place = birthYear * STRATA + stratum;
    if (place !== this.place) {
      this.numbers = this.known.get(place) ?? [];
      this.known.set(place, this.numbers);
      this.place = place;
    }
    return this.numbers;
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

  numberOf({ from }: Contribution, cuboid: CurveCuboid, part: CurvePart): number {
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
      const part = partOf(one);
      const stratum = this.ids.stratum(one.stratum);
      const series = seriesOf(one, this.ids);
      const key = keyOf(one, series);
      const n = one.n === times ? 1 : -1;
      this.log.add(this.cellOf(lanes.numberOf(one, 'full', part), one, this.nearby.full, stratum), key, n);
      const coarse = this.ids.withoutArea(stratum);
      const coarseKey = part === 'change' ? this.changeOfPoverty(one, series, coarse) : key;
      if (coarseKey === null) continue;
      const lane = lanes.numberOf(one, 'poverty', part);
      this.log.add(this.cellOf(lane, one, this.nearby.poverty, coarse), coarseKey, n);
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
  private cellOf(lane: number, { birth }: Contribution, nearby: Numbers, stratum: number): number {
    const birthYear = yearOf(birth);
    return (nearby.of(birthYear, stratum)[lane] ??= this.places.push({ lane, birthYear, stratum }) - 1);
  }

  /** The key of a change between poverty risks; null for who goes to another area only. */
  private changeOfPoverty(one: Contribution, series: number, stratum: number): number | null {
    const { to, into } = readChange(series);
    const target = this.ids.withoutArea(into);
    return target === stratum ? null : keyOf(one, changeSeries(to, target));
  }
}

function keyOf({ birth, origin, step }: Contribution, series: number): number {
  return curveCountKey(birth, origin, step.month - origin, series);
}
