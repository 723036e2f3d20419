import type { CountRange } from './count-range';
import type { Program } from './program';

/** What a solver says to a demand: how many children are in each place, that there is no way, or that it gave up. */
export type Answer = readonly number[] | 'impossible' | 'unknown';

/** A program that a solver holds ready. */
export interface OpenProgram {
  /** Whole numbers that fulfil the program, any; with a demand, only those in which a set lies in a range. */
  solve(demand?: { readonly set: number; readonly within: CountRange }): Answer;
  close(): void;
}

export type Solver = (program: Program) => OpenProgram;
