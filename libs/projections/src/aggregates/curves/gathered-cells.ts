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

export type CurveMeasure = 'since' | 'furthest';
/**
 * What a stratum is. By area the counts of Krefeld are nearly as many as by area and poverty risk; by poverty risk
 * alone they are a fraction, and hardly more than without any stratum.
 */
export type CurveCuboid = 'full' | 'poverty';

interface PlaceOfCurves {
  readonly chain: string;
  readonly measure: CurveMeasure;
  readonly from: string;
  readonly cuboid: CurveCuboid;
  readonly part: CurvePart;
  readonly birthYear: number;
  readonly stratum: number;
}

/** Which counts of a cell change, and by how much. */
export interface CellOfCurves extends PlaceOfCurves {
  /** By {@link curveCountKey}. */
  readonly counts: SortedSums;
}

/** A chain and a measure. */
interface Lane extends Pick<PlaceOfCurves, 'chain' | 'measure'> {
  readonly number: number;
}

// Cells are found by two numbers, both small enough to be no objects: birth year and stratum, since a child has few of them;
// then chain and measure, stage and part.
const STRATA = 2 ** 16;
const STAGES = 2 ** 10;
const PARTS = CURVE_PARTS.length;
const PART_NUMBERS: Readonly<Record<CurvePart, number>> = { then: 0, change: 1, last: 2 };

/** The numbers of cells by their key, for each birth year and stratum. */
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

/** Gathers what many cases contribute, so that each cell is written once. */
export class GatheredCells {
  private readonly log = new CountLog();
  private readonly places: PlaceOfCurves[] = [];
  private readonly nearby = { full: new Numbers(), poverty: new Numbers() };
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly ids: CurveIds) {}

  /** How many counts have gathered. */
  get size(): number {
    return this.log.length;
  }

  add(chain: string, measure: CurveMeasure, contributions: readonly Contribution[], times: 1 | -1): void {
    const lane = this.laneOf(chain, measure);
    for (const one of contributions) {
      const stratum = this.ids.stratum(one.stratum);
      const series = seriesOf(one, this.ids);
      const n = one.n === times ? 1 : -1;
      this.log.add(this.cellOf(lane, one, 'full', stratum), keyOf(one, series), n);
      const coarse = this.ids.withoutArea(stratum);
      const coarseSeries = one.step.kind === 'change' ? this.changeOfPoverty(series, coarse) : series;
      if (coarseSeries === null) continue;
      this.log.add(this.cellOf(lane, one, 'poverty', coarse), keyOf(one, coarseSeries), n);
    }
  }

  /** The cells in which something changes, of both cuboids. */
  changed(): CellOfCurves[] {
    const sums = this.log.sums(this.places.length);
    return this.places
      .map((place, number) => ({ ...place, counts: sums[number] ?? NO_SUMS }))
      .filter(({ counts }) => counts.keys.length > 0);
  }

  private laneOf(chain: string, measure: CurveMeasure): Lane {
    const name = `${measure} ${chain}`;
    const lane = this.lanes.get(name) ?? { chain, measure, number: this.lanes.size };
    this.lanes.set(name, lane);
    return lane;
  }

  /** The number of a cell in the log. */
  private cellOf(lane: Lane, one: Contribution, cuboid: CurveCuboid, stratum: number): number {
    const [part, birthYear] = [partOf(one), yearOf(one.birth)];
    const near = this.nearby[cuboid].of(birthYear * STRATA + stratum);
    const key = (lane.number * STAGES + this.ids.stage(one.from)) * PARTS + PART_NUMBERS[part];
    let number = near.get(key);
    if (number === undefined) {
      const { chain, measure } = lane;
      number = this.places.push({ chain, measure, from: one.from, cuboid, part, birthYear, stratum }) - 1;
      near.set(key, number);
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
