import {
  changeSeries,
  CURVE_PARTS,
  CurveCounts,
  partOf,
  readChange,
  seriesOf,
  yearOf,
  type Contribution,
  type CurvePart,
} from '@lueckenlos/chain';
import type { CurveIds } from './curve-ids';

export type CurveMeasure = 'since' | 'furthest';
/**
 * What a stratum is. By area the counts of Krefeld are nearly as many as by area and poverty risk; by poverty risk
 * alone they are a fraction, and hardly more than without any stratum.
 */
export type CurveCuboid = 'full' | 'poverty';

/** Which counts of a cell change, and by how much. */
export interface CellOfCurves {
  readonly chain: string;
  readonly measure: CurveMeasure;
  readonly from: string;
  readonly cuboid: CurveCuboid;
  readonly part: CurvePart;
  readonly birthYear: number;
  readonly stratum: number;
  readonly counts: CurveCounts;
}

// A key tells cells apart by one number: building texts would take longer than counting. It holds, in 53 bits: chain and
// measure, stage, part, birth year, stratum.
const STAGES = 2 ** 10;
const YEARS = 10_000;
const STRATA = 2 ** 16;

/** Gathers what many cases contribute, so that each cell is written once. */
export class GatheredCells {
  private readonly cells = new Map<number, CellOfCurves>();
  private readonly lanes = new Map<string, number>();

  constructor(private readonly ids: CurveIds) {}

  get size(): number {
    let size = 0;
    for (const { counts } of this.cells.values()) size += counts.size;
    return size;
  }

  add(chain: string, measure: CurveMeasure, contributions: readonly Contribution[], times: 1 | -1): void {
    const lane = this.laneOf(chain, measure);
    for (const one of contributions) {
      const { from, birth, origin, step } = one;
      const [part, birthYear, stratum] = [partOf(one), yearOf(birth), this.ids.stratum(one.stratum)];
      const place = (lane * STAGES + this.ids.stage(from)) * CURVE_PARTS.length + CURVE_PARTS.indexOf(part);
      const key = (place * YEARS + birthYear) * STRATA + stratum;
      const counts =
        this.cells.get(key)?.counts ??
        begin(this.cells, key, { chain, measure, from, cuboid: 'full', part, birthYear, stratum });
      counts.add(birth, origin, step.month - origin, seriesOf(one, this.ids), one.n * times);
    }
  }

  /** The cells in which something changes, of both cuboids. */
  byCuboid(): CellOfCurves[] {
    const coarse = new Map<number, CellOfCurves>();
    for (const [key, { counts: full, ...place }] of this.cells) {
      if (full.size === 0) continue;
      const stratum = this.withoutArea(place.stratum);
      const coarseKey = key - place.stratum + stratum;
      const counts =
        coarse.get(coarseKey)?.counts ?? begin(coarse, coarseKey, { ...place, cuboid: 'poverty', stratum });
      const changes = (series: number): number | null => this.changeOfPoverty(series, stratum);
      counts.addAll(full, place.part === 'change' ? changes : undefined);
    }
    return [...this.cells.values(), ...coarse.values()].filter(({ counts }) => counts.size > 0);
  }

  private laneOf(chain: string, measure: CurveMeasure): number {
    const name = `${measure} ${chain}`;
    const lane = this.lanes.get(name) ?? this.lanes.size;
    this.lanes.set(name, lane);
    return lane;
  }

  /** The series of a change between poverty risks; null for who goes to another area only. */
  private changeOfPoverty(series: number, stratum: number): number | null {
    const { to, into } = readChange(series);
    const target = this.withoutArea(into);
    return target === stratum ? null : changeSeries(to, target);
  }

  private withoutArea(stratum: number): number {
    return this.ids.stratum({ area: null, povertyRisk: this.ids.stratumWith(stratum).povertyRisk });
  }
}

function begin(
  cells: Map<number, CellOfCurves>,
  key: number,
  place: Omit<CellOfCurves, 'counts'>,
): CurveCounts {
  const counts = new CurveCounts();
  cells.set(key, { ...place, counts });
  return counts;
}
