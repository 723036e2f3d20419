import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** User and group that the PostgreSQL programs run under; nothing where they run as we do. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const OWN_NAME = 'lueckenlos-db';

/** PostgreSQL refuses to run as root: then it runs as the owner of its files, else as an unprivileged user. */
export async function serverUser(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const user =
    (await find('postgres')) ?? (await find(OWN_NAME)) ?? (await create()) ?? (await find('nobody'));
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no other user. Start it as a normal user.',
    );
  }
  return user;
}

async function find(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<ServerUser | undefined> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_NAME]);
  } catch {
    return undefined;
  }
  return find(OWN_NAME);
}
