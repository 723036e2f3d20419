import type { PerturbationParameters } from '@lueckenlos/disclosure';
import type { StoredEvent } from '@lueckenlos/event-store';
import type { CoverageAnswer } from '@lueckenlos/figures';

export const RELEASE_PUBLISHED = 'lueckenlos.release-published.v1';
export const RELEASE_WITHDRAWN = 'lueckenlos.release-withdrawn.v1';
/** The streams of releases are `releases-<chain>`. */
export const RELEASES = 'releases';
export const releasesStream = (chain: string): string => `${RELEASES}-${chain}`;

/** A perturbation table as a release names it. */
export interface NamedTable {
  readonly name: string;
  /** SHA-256 over what decides on published counts. */
  readonly digest: string;
  readonly parameters: PerturbationParameters;
}

/** What a release freezes. A record counts if its position is up to `position` and it was known before `knownBefore`. */
export interface ReleaseTerms {
  readonly id: string;
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  readonly label: string;
  /** RFC 3339 UTC. */
  readonly knownBefore: string;
  /** Decimal. */
  readonly position: string;
  /** Of the definition of the chain. */
  readonly chainPosition: string;
  readonly chainVersions: readonly number[];
  /** Of each edition of each area hierarchy in force, by municipality and first month. */
  readonly areaPositions: Readonly<Record<string, string>>;
  readonly table: NamedTable;
  /** The series of record keys: releases of two series can't be compared. */
  readonly series: string;
  /** Names of the published tables. */
  readonly cubes: readonly string[];
  /** The least published base on which a share is shown. */
  readonly floor: number;
  /** How far the sources had delivered; null where nobody had announced deliveries. */
  readonly coverage: readonly CoverageAnswer[] | null;
  /** Of the software that counted it; null of releases from before that was written down. */
  readonly codeVersion: string | null;
  /** SHA-256 over the canonical published cells. */
  readonly digest: string;
}

export interface Withdrawal {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly reason: string;
}

export interface Release extends ReleaseTerms {
  /** RFC 3339 UTC. */
  readonly publishedAt: string;
  readonly withdrawn: Withdrawal | null;
}

/** Terms as the log or a table has them; older ones name no version of the code. */
export function readTerms(stored: object): ReleaseTerms {
  return { codeVersion: null, ...(stored as Omit<ReleaseTerms, 'codeVersion'>) };
}

/** Folds the events of releases, in order of the log. */
export function releasesOf(events: readonly StoredEvent[]): Release[] {
  const releases = new Map<string, Release>();
  for (const { type, data, recordedAt } of events) {
    if (type === RELEASE_PUBLISHED) {
      const terms = readTerms(data);
      releases.set(terms.id, { ...terms, publishedAt: recordedAt, withdrawn: null });
    }
    const release = releases.get(String(data['id']));
    if (type === RELEASE_WITHDRAWN && release) {
      releases.set(release.id, { ...release, withdrawn: { at: recordedAt, reason: String(data['reason']) } });
    }
  }
  return [...releases.values()];
}
