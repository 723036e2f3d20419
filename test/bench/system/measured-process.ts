import {
  AREAS_ID,
  CHECK_UP_CHAIN,
  CHECK_UP_CHAIN_ID,
  KREFELD_AREAS,
  LIFE_CHAIN,
  LIFE_CHAIN_ID,
} from '@lueckenlos/krefeld';
import { runProcess, temporaryFolder } from '@lueckenlos/platform/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BenchClient } from './client';

/** `intake`, `audit`: one of several processes; `standalone`: all in one; `no-storage`: intake that stores nothing. */
export type ProcessKind = 'intake' | 'audit' | 'standalone' | 'no-storage';

/** A process of ours, measured from outside. */
export interface MeasuredProcess {
  readonly client: BenchClient;
  stop(): Promise<void>;
}

/** @param environment set on top of this process's own, for instance EVENTSTORE_URL, which is empty unless told */
export async function startProcess(
  kind: ProcessKind,
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<MeasuredProcess> {
  const dataDir = temporaryFolder();
  const server = runProcess(join(__dirname, `${kind}-server.ts`), {
    LUECKENLOS_DATA_DIR: dataDir,
    LUECKENLOS_PORT: '0',
    LUECKENLOS_LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    EVENTSTORE_URL: '',
    ...environment,
  });
  return {
    client: new BenchClient(await server.said('LISTENING'), dataDir),
    stop: async () => {
      server.signalGroup('SIGTERM');
      await server.ended();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Defines Krefeld, so that its events are accepted. */
export async function defineKrefeld(client: BenchClient): Promise<void> {
  for (const edition of KREFELD_AREAS) await client.put(`/v1/areas/${AREAS_ID}`, edition);
  await client.put(`/v1/chains/${LIFE_CHAIN_ID}`, LIFE_CHAIN);
  await client.put(`/v1/chains/${CHECK_UP_CHAIN_ID}`, CHECK_UP_CHAIN);
}
