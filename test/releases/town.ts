import { temporaryFolder } from '@lueckenlos/platform/testing';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { example } from '../chain-small/example';
import { headOf, importLines } from '../system/deliver';
import { jsonOf } from '../system/json';
import { startSystem, type RunningSystem } from '../system/start-system';

export interface Release {
  readonly id: string;
  readonly digest: string;
  readonly cubes: string[];
  readonly position: string;
  readonly knownBefore: string;
  readonly coverage: readonly object[] | null;
  readonly table: { readonly name: string; readonly digest: string };
  readonly withdrawn: { readonly reason: string } | null;
}

export interface Row {
  readonly stage: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly unconfirmed?: number;
  readonly reachedShare: { readonly value: number | null; readonly n: number; readonly belowFloor?: boolean };
  readonly [breakdown: string]: unknown;
}

export interface Answer {
  readonly release: string | null;
  readonly exact: boolean;
  readonly rows: Row[];
  readonly scope: Readonly<Record<string, number>> | null;
  readonly protection?: {
    readonly method: string;
    readonly additive: boolean;
    readonly note: { readonly de: string; readonly en: string };
    readonly withdrawn: { readonly reason: string } | null;
  };
  readonly coverage?: readonly object[];
}

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string }[];
}

export interface SealedPlace {
  readonly coordinates: Readonly<Record<string, unknown>>;
  readonly values: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, [number, string]>>>>>
  >;
}

/** What tests are given, once it is there. */
export type Given = () => { readonly town: Town; readonly release: Release };

/** Of the series: always the same noise. */
export const SECRET = createHash('sha256').update('the series of the tests').digest();

export const JUNE = { chain: 'example', asOf: '2026-06', label: 'June 2026' };

/** The whole system with the worked example in it, which may publish three times a month and the same month twice. */
export class Town {
  private constructor(
    readonly system: RunningSystem,
    readonly folder: string,
  ) {}

  static async start(): Promise<Town> {
    const folder = temporaryFolder();
    const seriesKey = join(folder, 'test.key');
    writeFileSync(seriesKey, SECRET.toString('hex'));
    const system = await startSystem({
      LUECKENLOS_DATA_DIR: folder,
      LUECKENLOS_DEMO: 'none',
      LUECKENLOS_RELEASE_SERIES_KEY: seriesKey,
      LUECKENLOS_RELEASES_PER_MONTH: '3',
      LUECKENLOS_RELEASES_PER_AS_OF: '2',
    });
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
    const town = new Town(system, folder);
    await town.receive(example.lines());
    return town;
  }

  async stop(): Promise<void> {
    await this.system.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async receive(lines: readonly string[]): Promise<void> {
    await importLines(this.system, lines);
    await this.caughtUp();
  }

  /** Waits until the read models have everything. */
  async caughtUp(): Promise<void> {
    await this.exact(`drop-offs?asOf=2026-06&minPosition=${await headOf(this.system)}`);
  }

  publish(wanted: object = JUNE): Promise<Response> {
    return this.system.send('statistics-unit', 'POST', '/v1/releases', wanted);
  }

  /** Withdraws a release. */
  withdraw(id: string, reason: string): Promise<Response> {
    return this.system.send('statistics-unit', 'POST', `/v1/releases/${id}/withdrawal`, { reason });
  }

  /** What a coordinator is answered. */
  async seen<T = Answer>(figure: string, role = 'coordinator'): Promise<T> {
    return jsonOf<T>(await this.system.send(role, 'GET', pathOf(figure)));
  }

  /** Any path, as a coordinator. */
  get(path: string): Promise<Response> {
    return this.system.send('coordinator', 'GET', path);
  }

  async refusal(figure: string, status: number): Promise<Problem> {
    return jsonOf<Problem>(await this.get(pathOf(figure)), status);
  }

  /** How many entries of the access log tell that figures were given. */
  async reads(): Promise<number> {
    const sql = `SELECT count(*)::int AS reads FROM access.access_log WHERE operation LIKE 'read-%' AND outcome = 'given'`;
    const { rows } = await this.system.pool.query<{ reads: number }>(sql);
    return rows[0]?.reads ?? 0;
  }

  exact<T = Answer>(figure: string): Promise<T> {
    return this.seen<T>(figure, 'statistics-unit');
  }

  async sealed(id: string, cube: string): Promise<SealedPlace[]> {
    const path = `/v1/releases/${id}/sealed/${cube}`;
    return jsonOf<SealedPlace[]>(await this.system.send('statistics-unit', 'GET', path));
  }
}

/** `drop-offs?release=latest` and the like, along the chain of the example. */
function pathOf(figure: string): string {
  return `/v1/${figure}&chain=example`;
}
