import { ReplayFault } from '../fault';
import type { LogEntry } from './log-entry';

const RELEASE_PUBLISHED = 'lueckenlos.release-published.v1';

/** What a release in the log says of itself, as far as it takes to count it again. */
export interface LoggedRelease {
  readonly id: string;
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  /** RFC 3339 UTC. */
  readonly knownBefore: string;
  /** Decimal. */
  readonly position: string;
  readonly table: { readonly name: string; readonly digest: string };
  /** First 16 hexadecimal digits of the SHA-256 of the secret. */
  readonly series: string;
  readonly cubes: readonly string[];
  /** Of the software that counted it; absent or null where that was not written down. */
  readonly codeVersion?: string | null;
  readonly digest: string;
}

/** The releases of a log. One stands behind the position that it was counted at. */
export class LoggedReleases {
  private readonly releases = new Map<string, LoggedRelease>();

  add({ type, data }: LogEntry): void {
    if (type !== RELEASE_PUBLISHED) return;
    const release = data as unknown as LoggedRelease;
    this.releases.set(release.id, release);
  }

  /** @throws ReplayFault where there is none */
  release(id: string): LoggedRelease {
    const release = this.releases.get(id);
    if (release) return release;
    const known = [...this.releases.keys()].join(', ') || '–';
    throw new ReplayFault('replay.unknown-release', { release: id, known });
  }
}
