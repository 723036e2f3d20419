import type { Definitions, PerturbationParameters, PublishedCell } from '@lueckenlos/disclosure';

/** What `GET /v1/releases/{id}` says. */
export interface ReleaseTerms {
  readonly id: string;
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  readonly label: string;
  /** RFC 3339 UTC, like every instant here. */
  readonly knownBefore: string;
  readonly position: string;
  readonly chainPosition: string;
  readonly chainVersions: readonly number[];
  readonly table: {
    readonly name: string;
    readonly digest: string;
    readonly parameters: PerturbationParameters;
  };
  readonly series: string;
  readonly cubes: readonly string[];
  readonly floor: number;
  /** Of the software that counted it; absent or null where that was not written down. */
  readonly codeVersion?: string | null;
  /** SHA-256 over the canonical published cells. */
  readonly digest: string;
  readonly publishedAt: string;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

/** All that is published of a release. */
export interface ReleaseContent {
  readonly terms: ReleaseTerms;
  readonly definitions: Definitions;
  readonly cells: readonly PublishedCell[];
}
