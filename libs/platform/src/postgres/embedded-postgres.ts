import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { findBinaries } from './binaries';
import { clusterExists, createCluster } from './cluster';
import { claim, createDatabaseOnce, databaseUrl } from './connection';
import { makeDataFolder, openTheWay } from './folders';
import { KeptServer, type OwnedServer } from './kept-server';
import { launchServer } from './launch';
import { serverPassword } from './password';
import { ProgramKilledError, runProgram } from './program';
import { adoptRunningServer } from './running-server';
import { ServerLog } from './server-log';
import { serverUser, type ServerUser } from './server-user';
import { serverSettings } from './settings';

export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops the server after its sessions are ended and everything is on disk. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** False gives up safety against power cuts for speed: for tests. */
  readonly durable?: boolean;
  /** Hears what takes time and what is changed on the machine. */
  readonly log?: (line: string) => void;
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, creating it at first, and takes over a server that a killed
 * process of ours left running there; starts it again whenever it breaks off. Refuses a folder that a living process uses.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { durable = true, log = () => undefined }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const asRoot = process.getuid?.() === 0;
  await makeDataFolder(dataDir, asRoot);
  const home = await realpath(dataDir);
  const cluster = join(home, 'postgres');
  const user = await serverUser(cluster);
  if (asRoot) {
    await openTheWay(home, log);
    await openTheWay(join(binaries.postgres, '..'), log);
  }
  const password = await serverPassword(home);
  if (!(await clusterExists(cluster))) {
    log('Creating the embedded PostgreSQL');
    await createCluster({ folder: cluster, dataDir: home, initdb: binaries.initdb, user, password, durable });
  }
  const launch = { cluster, postgres: binaries.postgres, user, password, settings: serverSettings(durable) };
  const serverLog = new ServerLog(join(home, 'postgres.log'));
  const open = async (port?: number): Promise<OwnedServer> => {
    const server =
      (await adoptRunningServer(cluster, password)) ??
      (await launchServer({ ...launch, log: serverLog, port }));
    await claimServer(server.client, home);
    return server;
  };
  const server = await open();
  await createDatabaseOnce(server.client);
  const kept = new KeptServer(server, { open, log });
  const stop = async (): Promise<void> => {
    if (await kept.release()) await stopServer(binaries.pgCtl, cluster, user);
  };
  return { url: databaseUrl(server.port, password), stop: once(stop) };
}

/** Keeps a second process off the folder: the claim lives as long as this connection. */
async function claimServer(client: Client, dataDir: string): Promise<void> {
  const deadline = performance.now() + 3_000;
  while (!(await claim(client))) {
    if (performance.now() > deadline) {
      await client.end();
      throw new Error(`Another process is using the data folder ${dataDir}.`);
    }
    // The session of a process that was killed just now takes a moment to end.
    await pause(50);
  }
}

async function stopServer(pgCtl: string, cluster: string, user: ServerUser): Promise<void> {
  const parameters = ['stop', '--pgdata', cluster, '--mode', 'fast', '--wait', '--timeout', '60', '--silent'];
  const stop = (): Promise<void> => runProgram(pgCtl, parameters, user, cluster);
  await stop().catch((error: unknown) => {
    // A second signal to our group may come before it has its own: then it has not begun.
    if (error instanceof ProgramKilledError) return stop();
    throw error;
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= work());
}
