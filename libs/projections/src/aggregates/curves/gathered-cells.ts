import {
  changeSeries,
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

/** Gathers what many cases contribute, so that each cell is written once. */
export class GatheredCells {
  private readonly cells = new Map<string, CellOfCurves>();

  constructor(private readonly ids: CurveIds) {}

  get size(): number {
    let size = 0;
    for (const { counts } of this.cells.values()) size += counts.size;
    return size;
  }

  add(chain: string, measure: CurveMeasure, contributions: readonly Contribution[], times: 1 | -1): void {
    for (const one of contributions) {
      const { from, birth, origin, step } = one;
      const stratum = this.ids.stratum(one.stratum);
      const place = { chain, measure, from, part: partOf(one), birthYear: yearOf(birth), stratum };
      const counts = this.countsOf(this.cells, { ...place, cuboid: 'full' });
      counts.add(birth, origin, step.month - origin, seriesOf(one, this.ids), one.n * times);
    }
  }

  /** The cells in which something changes, of both cuboids. */
  byCuboid(): CellOfCurves[] {
    const coarse = new Map<string, CellOfCurves>();
    for (const cell of this.cells.values()) {
      if (cell.counts.size === 0) continue;
      const stratum = this.withoutArea(cell.stratum);
      const counts = this.countsOf(coarse, { ...cell, cuboid: 'poverty', stratum });
      const changes = (series: number): number | null => this.changeOfPoverty(series, stratum);
      counts.addAll(cell.counts, cell.part === 'change' ? changes : undefined);
    }
    return [...this.cells.values(), ...coarse.values()].filter(({ counts }) => counts.size > 0);
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

  private countsOf(cells: Map<string, CellOfCurves>, place: Omit<CellOfCurves, 'counts'>): CurveCounts {
    const { chain, measure, from, part, birthYear, stratum } = place;
    const key = `${chain}\t${measure}\t${from}\t${part}\t${birthYear}\t${stratum}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { ...place, counts: new CurveCounts() }));
    return cell.counts;
  }
}
