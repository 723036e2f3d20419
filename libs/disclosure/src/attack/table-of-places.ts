import type { CountRange } from './count-range';
import type { LinearProgram } from './linear-program';

type Direction = 1 | -1;

/** So many places are tried for a child, and so many again for another that makes room for it. */
const TRIES = 40;

/**
 * One way in which the children of a layer may truly be spread over the finest places. Children are put in and taken out one by one, or put
 * elsewhere; what would break the program is taken back, so whatever is reached is another way that is possible. Remembers
 * the least and the greatest count that each cell has had.
 */
export class TableOfPlaces {
  private readonly cells: number[];
  private readonly places: number[];
  private readonly least: number[];
  private readonly greatest: number[];
  /** Of each place, the cells in which it is counted. */
  private readonly cellsOf: readonly number[][];
  /** Of each cell, the pairs of which one must hold more children than the other. */
  private readonly excessesOf: readonly (readonly [more: number, less: number][])[];

  /** @param columns whole numbers that fulfil the program: its cells, then its places */
  constructor(
    private readonly program: LinearProgram,
    columns: readonly number[],
  ) {
    const { cells, members, excesses } = program;
    this.cells = columns.slice(0, cells).map(Math.round);
    this.places = columns.slice(cells).map(Math.round);
    this.least = [...this.cells];
    this.greatest = [...this.cells];
    const cellsOf = this.places.map((): number[] => []);
    for (const [cell, places] of members.entries()) for (const place of places) cellsOf[place]?.push(cell);
    this.cellsOf = cellsOf;
    const excessesOf = this.cells.map((): [number, number][] => []);
    for (const { more, less } of excesses) {
      excessesOf[more]?.push([more, less]);
      excessesOf[less]?.push([more, less]);
    }
    this.excessesOf = excessesOf;
  }

  /** The counts that the cell has had. */
  seen(cell: number): CountRange {
    return { low: this.least[cell] ?? 0, high: this.greatest[cell] ?? 0 };
  }

  /** Moves a cell as far as it goes, at most so many steps, and half the way back: there others have room to move. */
  stretch(cell: number, direction: Direction, steps: number): void {
    let moved = 0;
    while (moved < steps && this.step(cell, direction)) moved++;
    for (let back = 0; back < moved / 2; back++) this.step(cell, direction === 1 ? -1 : 1);
  }

  private step(cell: number, direction: Direction): boolean {
    const places = this.program.members[cell] ?? [];
    if (places.some((place) => this.tryMoves(place, direction))) return true;
    return places.slice(0, TRIES).some((place) => this.tryWithRoom(place, cell, direction));
  }

  /** A child more or less here, and one less or more in a place that shares a full cell with this one, but not the cell itself. */
  private tryWithRoom(place: number, cell: number, direction: Direction): boolean {
    this.move(place, direction);
    const broken = (this.cellsOf[place] ?? []).filter((at) => !this.isSound(at));
    this.move(place, direction === 1 ? -1 : 1);
    const [tightest] = broken.sort((a, b) => this.sizeOf(a) - this.sizeOf(b));
    if (tightest === undefined || broken.includes(cell)) return false;
    const others = (this.program.members[tightest] ?? []).filter(
      (other) =>
        broken.every((at) => this.cellsOf[other]?.includes(at)) &&
        this.cellsOf[other]?.includes(cell) === false,
    );
    return others.slice(0, TRIES).some((other) => this.tryMoves(place, direction, other));
  }

  /** Moves, unless that would break the program. */
  private tryMoves(place: number, direction: Direction, other?: number): boolean {
    const back = direction === 1 ? -1 : 1;
    this.move(place, direction);
    if (other !== undefined) this.move(other, back);
    const changed = [...(this.cellsOf[place] ?? []), ...(this.cellsOf[other ?? -1] ?? [])];
    const isPossible =
      (this.places[place] ?? 0) >= 0 &&
      (this.places[other ?? place] ?? 0) >= 0 &&
      changed.every((at) => this.isSound(at));
    if (!isPossible) {
      this.move(place, back);
      if (other !== undefined) this.move(other, direction);
      return false;
    }
    for (const at of changed) {
      const count = this.cells[at] ?? 0;
      this.least[at] = Math.min(this.least[at] ?? count, count);
      this.greatest[at] = Math.max(this.greatest[at] ?? count, count);
    }
    return true;
  }

  private isSound(cell: number): boolean {
    const count = this.cells[cell] ?? 0;
    if (count < (this.program.low[cell] ?? 0) || count > (this.program.high[cell] ?? 0)) return false;
    return (this.excessesOf[cell] ?? []).every(
      ([more, less]) => (this.cells[more] ?? 0) > (this.cells[less] ?? 0),
    );
  }

  private sizeOf(cell: number): number {
    return this.program.members[cell]?.length ?? 0;
  }

  private move(place: number, direction: Direction): void {
    this.places[place] = (this.places[place] ?? 0) + direction;
    for (const cell of this.cellsOf[place] ?? []) this.cells[cell] = (this.cells[cell] ?? 0) + direction;
  }
}
