import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { logIn } from './connection';
import { programEnvironment } from './program';
import type { ServerLog } from './server-log';
import type { ServerUser } from './server-user';

export interface Launch {
  readonly cluster: string;
  readonly postgres: string;
  readonly user: ServerUser;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: ServerLog;
  /** A free one where none is given. */
  readonly port?: number;
}

/** Starts the server and logs in as soon as it lets us. */
export async function launchServer(launch: Launch, attempts = 3): Promise<{ client: Client; port: number }> {
  const port = launch.port ?? (await freePort());
  const exited = spawnServer(launch, port);
  try {
    return { client: await firstLogin(port, launch.password, exited), port };
  } catch (error) {
    const lines = await launch.log.lastLines();
    if (attempts > 1 && lines.includes('could not bind')) {
      // Somebody took the port between our look and the start of the server.
      return launchServer(launch, attempts - 1);
    }
    throw new Error(`Embedded PostgreSQL did not start. Its log (${launch.log.file}) ends with:\n${lines}`, {
      cause: error,
    });
  }
}

interface Exit {
  reason?: string;
}

/**
 * The server gets a session of its own (`detached`): a Ctrl-C in the terminal, or a signal to our process
 * group, must not end it while requests are still being finished. We stop it ourselves, last of all.
 */
function spawnServer(launch: Launch, port: number): Exit {
  const log = launch.log.open();
  const parameters = Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(launch.postgres, ['-D', launch.cluster, '-p', String(port), ...parameters], {
    ...launch.user,
    cwd: launch.cluster,
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  log.close();
  const exit: Exit = {};
  child.on('error', (error) => (exit.reason = error.message));
  child.on('exit', (code, signal) => (exit.reason = `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  return exit;
}

async function firstLogin(port: number, password: string, exit: Exit): Promise<Client> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    try {
      return await logIn(port, password);
    } catch (error) {
      // Refused, or still recovering from a crash: worth waiting for, as long as the server lives.
      if (exit.reason || performance.now() > deadline) {
        throw new Error(exit.reason ?? 'it lets nobody in', { cause: error });
      }
    }
    await pause(25);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
