import type { Area, ChainBody } from '@lueckenlos/chain';
import type { Group } from '../cube/group-table';
import type { CoverageAnswer } from '../source-coverage/coverage-answer';

/** Injects the {@link ReleasedTables}, where the process has releases. */
export const RELEASED_TABLES = Symbol('RELEASED_TABLES');

/** What a release says of itself, and what its tables are named by. */
export interface ReleasedHeading {
  readonly id: string;
  readonly chain: string;
  readonly asOf: string;
  readonly knownBefore: string;
  readonly position: string;
  readonly chainPosition: string;
  readonly chainVersions: readonly number[];
  readonly table: {
    readonly name: string;
    readonly parameters: { readonly variance: number; readonly maxNoise: number };
  };
  /** Names of the tables there are. */
  readonly cubes: readonly string[];
  readonly floor: number;
  /** How far the sources had delivered; null where nobody had announced deliveries. */
  readonly coverage: readonly CoverageAnswer[] | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

/** The definitions of the time, for titles and order. */
export interface ReleasedDefinitions {
  readonly chain: ChainBody;
  readonly areas: readonly Area[];
}

/** Published counts at one place of a table: values[measure][stage][value]. */
export interface ReleasedPlace {
  readonly coordinates: Group;
  readonly values: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

/** What figures ask of releases. */
export interface ReleasedTables {
  /** A release of a chain; `latest` is the newest that was not withdrawn. */
  find(
    release: string,
    chain: string,
  ): Promise<{ readonly heading: ReleasedHeading; readonly definitions: ReleasedDefinitions } | null>;
  /** @param stage only this one, in life tables; absent: all */
  places(release: string, cube: string, stage?: string): Promise<readonly ReleasedPlace[]>;
}
