import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE_USER } from './connection';
import { runProgram } from './program';
import type { ServerUser } from './server-user';

export interface NewCluster {
  readonly folder: string;
  readonly dataDir: string;
  readonly initdb: string;
  readonly user: ServerUser;
  readonly password: string;
  readonly durable: boolean;
}

/** Whether the folder holds a complete cluster. */
export async function clusterExists(folder: string): Promise<boolean> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw new Error(`The database in ${folder} belongs to another user; start as that user, or as root.`, {
      cause: error,
    });
  });
  return version !== undefined;
}

/** Creates the cluster beside its place and moves it there last, so that an interrupted start leaves no half one. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const draft = join(cluster.dataDir, 'postgres.new');
  const passwordFile = join(cluster.dataDir, 'postgres.new.password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  try {
    await giveTo(cluster.user, draft, passwordFile);
    const parameters = initdbParameters(draft, passwordFile, cluster.durable);
    await runProgram(cluster.initdb, parameters, cluster.user, draft);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster.folder);
}

function initdbParameters(folder: string, passwordFile: string, durable: boolean): string[] {
  return [
    ['--pgdata', folder],
    ['--username', DATABASE_USER],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8', '--no-locale'],
    durable ? [] : ['--no-sync'],
  ].flat();
}

async function giveTo({ uid, gid }: ServerUser, ...paths: readonly string[]): Promise<void> {
  if (uid !== undefined && gid !== undefined) {
    await Promise.all(paths.map((path) => chown(path, uid, gid)));
  }
}
