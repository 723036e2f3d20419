import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { logIn } from './connection';

const run = promisify(execFile);

/**
 * Finds the server that an earlier process of ours left behind (it survives a kill -9 of its parent) and logs
 * in to it. A note about a process that is gone, or that is no PostgreSQL of this folder, counts for nothing.
 */
export async function adoptRunningServer(
  cluster: string,
  password: string,
  patienceMs = 60_000,
): Promise<{ client: Client; port: number } | undefined> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const note = await readNote(cluster);
    if (!note || !isAlive(note.pid)) {
      return undefined;
    }
    if (!(await serves(note.pid, cluster))) {
      // The process number has been given to somebody else since. PostgreSQL itself would refuse to start.
      await rm(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const client = await logIn(note.port, password).catch((error: Error & { code?: string }) => {
      if (error.code === '28P01' || performance.now() > deadline) {
        throw new Error(`A PostgreSQL server (process ${note.pid}) runs on ${cluster} and lets nobody in.`, {
          cause: error,
        });
      }
      return undefined;
    });
    if (client) {
      return { client, port: note.port };
    }
    // It is still recovering, or already on its way out.
    await pause(50);
  }
}

async function readNote(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port) || 0 } : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is a PostgreSQL on this folder, by its command line. Where that can't be read, the login decides. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') {
    return true;
  }
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]);
    return stdout.includes(cluster);
  } catch {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    return commandLine === undefined ? isAlive(pid) : commandLine.includes(cluster);
  }
}
