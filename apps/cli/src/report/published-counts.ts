import {
  protectedCurve,
  protectedShare,
  type Coordinate,
  type ProtectedShare,
  type PublishedCell,
} from '@lueckenlos/disclosure';
import { wilson, Z_95 } from '@lueckenlos/statistics';
import type { ReleaseContent, ReleaseTerms } from '../releases/release-content';

/** The estimate of a curve at the end of a quarter, in months since birth. */
export interface CurvePoint {
  readonly t: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** The published counts of a release, for whoever makes shares and curves of them. What is missing is zero. */
export class PublishedCounts {
  private readonly counts = new Map<string, number>();
  private readonly cells: readonly PublishedCell[];
  private readonly terms: ReleaseTerms;

  constructor({ cells, terms }: ReleaseContent) {
    this.cells = cells;
    this.terms = terms;
    for (const { cube, by, measure, stage, value, n } of cells) {
      this.counts.set(nameOf(cube, Object.values(by), measure, stage, value), n);
    }
  }

  /** @param at the value of the one breakdown of the table, or none */
  count(cube: string, at: readonly Coordinate[], measure: string, stage: string, value: string): number {
    return this.counts.get(nameOf(cube, at, measure, stage, value)) ?? 0;
  }

  /** Reached in time, of those whose window is closed. */
  share(cube: string, at: readonly Coordinate[], stage: string): ProtectedShare {
    const window = (value: string): number => this.count(cube, at, 'window', stage, value);
    const { table, floor } = this.terms;
    const { variance } = table.parameters;
    return protectedShare(window('reached'), window('closed'), {
      variance,
      floor,
      z: Z_95,
      interval: wilson,
    });
  }

  /** The values of the one breakdown of a table, in order, those that are unknown left out. */
  placesOf(cube: string): Coordinate[] {
    const values = new Set(
      this.cells.filter((cell) => cell.cube === cube).flatMap(({ by }) => Object.values(by)),
    );
    return [...values]
      .filter((value) => value !== 'unknown')
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
  }

  /**
   * Who reached a stage by which age, with moves and deaths competing; ends where too few are at risk. Normal limits, which contain the noise:
   * near zero, where a curve begins, transformed ones would fill the picture.
   */
  curve(stage: string): CurvePoint[] {
    const cube = 'life-tables:all';
    const months = new Set(
      this.cells
        .filter((cell) => cell.cube === cube && cell.stage === stage)
        .map(({ value }) => Number(value)),
    );
    const count = (measure: string, t: number): number => this.count(cube, [], measure, stage, String(t));
    const quarters = [...months]
      .sort((a, b) => a - b)
      .map((t) => ({
        t,
        atRisk: count('at-risk', t),
        events: count('events', t),
        competing: { 'moved-out': count('moved-out', t), died: count('died', t) },
      }));
    const { floor, table } = this.terms;
    const { variance } = table.parameters;
    const estimates = protectedCurve(quarters, { variance, floor, estimator: 'aalen-johansen' });
    return quarters.flatMap(({ t }, i) => {
      const found = estimates[i];
      if (!found) return [];
      const half = Z_95 * found.stdErr;
      const { value } = found;
      return [{ t, value, lower: Math.max(0, value - half), upper: Math.min(1, value + half) }];
    });
  }
}

function nameOf(cube: string, at: readonly unknown[], ...what: readonly string[]): string {
  return JSON.stringify([cube, at, what]);
}
