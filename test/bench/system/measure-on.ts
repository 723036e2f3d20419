import type { BenchDatabase, BenchPostgres } from './bench-database';
import type { BenchClient } from './client';
import { defineKrefeld, startProcess, type ProcessKind } from './measured-process';

/** Measures a process on an empty database of its own, with Krefeld defined. */
export async function measureOn<T>(
  postgres: BenchPostgres,
  kind: ProcessKind,
  measure: (client: BenchClient, database: BenchDatabase) => Promise<T>,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const database = await postgres.createDatabase();
  const process = await startProcess(kind, database.url, environment);
  try {
    await defineKrefeld(process.client);
    return await measure(process.client, database);
  } finally {
    await process.stop();
    await database.drop();
  }
}
