import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { ServerUser } from './server-user';

/** The environment for PostgreSQL: English messages, and none of the variables that redirect its programs. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** A program was ended by a signal. */
export class ProgramKilledError extends Error {}

/**
 * Runs a program to its end, in a session of its own: whoever presses Ctrl-C again while the server is being stopped must not stop
 * what stops it.
 * @throws Error with what the program itself said, where it does not end with 0; ProgramKilledError where a signal ended it
 */
export async function runProgram(
  program: string,
  parameters: string[],
  user: ServerUser,
  cwd: string,
): Promise<void> {
  const child = spawn(program, parameters, {
    ...user,
    cwd,
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [code, said] = await Promise.all([ended, text(child.stderr)]).catch((cause: unknown) => {
    throw new Error(`${program} failed`, { cause });
  });
  if (code === null) throw new ProgramKilledError(`${program} was ended by ${child.signalCode}`);
  if (code !== 0) throw new Error(`${program} failed: ${said.trim() || `it ended with ${code}`}`);
}
