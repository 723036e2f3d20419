import type { FigureQuery, Filters } from './figure-query';

/** A question for protected figures. */
export interface ReleaseQuery {
  /** Id of the release, or `latest`. */
  readonly release: string;
  readonly chain: string;
  readonly by: FigureQuery['by'];
  readonly filters: Filters;
  readonly level: string | null;
}
