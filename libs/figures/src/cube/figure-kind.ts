import type { Pool } from 'pg';
import type { Writers } from '../formats/manner';
import type { OpenRelease } from '../protected/open-release';
import type { FigureQuery } from '../query/figure-query';

/** What was asked for, and the known-before instant that its answer names. */
export type Answered<T> = T & { readonly knownBefore: Date };

/** A kind of figure: where it comes from, and how it is written. */
export interface FigureKind<T> {
  /** Unique among the kinds. */
  readonly name: string;
  /** What was asked for beyond what every figure is asked for. */
  readonly asked?: object;
  exact(pool: Pool, query: FigureQuery): Promise<T>;
  /** @throws ProblemError (422) with what to ask for instead where the release has no tables for it */
  released(release: OpenRelease): Promise<Answered<T>>;
  readonly write: Writers<Answered<T>>;
}
