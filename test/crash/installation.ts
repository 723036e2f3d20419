import { startEmbeddedPostgres } from '@lueckenlos/platform';
import { temporaryFolder } from '@lueckenlos/platform/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { VictimDatabase } from './database';
import { freePorts } from './free-ports';
import { startIssuer, type HttpIssuer } from './issuer';
import { Victim } from './victim';

const ROOT = join(__dirname, '..', '..');

/** One process with an embedded database, or a process for each task on a database beside them. */
export type Shape = 'standalone' | 'processes';

/** Where the program of a process is: among the sources, or built. */
export type Programs = 'sources' | 'built';

/** Processes of ours that anybody may kill. */
export interface Installation {
  readonly issuer: HttpIssuer;
  readonly database: VictimDatabase;
  readonly victims: readonly Victim[];
  /** The process that takes requests for a path. */
  processFor(path: string): Victim;
  stop(): Promise<void>;
}

export async function startInstallation(shape: Shape, programs: Programs): Promise<Installation> {
  const folder = temporaryFolder();
  const issuer = await startIssuer();
  const environment = {
    OIDC_ISSUER: issuer.url,
    LUECKENLOS_DATA_DIR: folder,
    LUECKENLOS_DEMO: 'none',
    LUECKENLOS_LOG_LEVEL: 'warn',
    // Small pages, so that there are many moments between two of them.
    LUECKENLOS_PROJECTION_PAGE: '50',
    LUECKENLOS_PROJECTION_MEMORY: '1',
  };
  const start = shape === 'standalone' ? startStandalone : startProcesses;
  const { victims, stopDatabase } = await start(environment, programs);
  await Promise.all(victims.map((victim) => victim.ready()));
  const database = new VictimDatabase(folder);
  return {
    issuer,
    database,
    victims,
    processFor: (path) => victims.find(({ name }) => name === processOf(path)) ?? victims[0]!,
    stop: async () => {
      await database.close();
      await Promise.all(victims.map((victim) => victim.stop()));
      await stopDatabase();
      await issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Started {
  readonly victims: readonly Victim[];
  readonly stopDatabase: () => Promise<void>;
}

type Environment = Readonly<Record<string, string>> & { readonly LUECKENLOS_DATA_DIR: string };

async function startStandalone(environment: Environment, programs: Programs): Promise<Started> {
  const [port = 0] = await freePorts(1);
  const victim = new Victim('standalone', programOf('standalone', programs), environment, port);
  return { victims: [victim], stopDatabase: () => Promise.resolve() };
}

async function startProcesses(environment: Environment, programs: Programs): Promise<Started> {
  const postgres = await startEmbeddedPostgres(environment.LUECKENLOS_DATA_DIR);
  const names = ['intake', 'projector', 'insights'];
  const ports = await freePorts(names.length);
  const there = { ...environment, DATABASE_URL: postgres.url };
  const victims = names.map((name, i) => new Victim(name, programOf(name, programs), there, ports[i] ?? 0));
  return { victims, stopDatabase: () => postgres.stop() };
}

function programOf(app: string, programs: Programs): string {
  return programs === 'sources'
    ? join(ROOT, 'apps', app, 'src', 'main.ts')
    : join(ROOT, 'dist', 'apps', app, 'apps', app, 'src', 'main.js');
}

function processOf(path: string): string {
  if (path.startsWith('/v1/projections')) return 'projector';
  return /^\/v1\/(events|imports|chains|areas)/.test(path) ? 'intake' : 'insights';
}
