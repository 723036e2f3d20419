import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ServerUser } from './server-user';

const execute = promisify(execFile);

/** The environment for PostgreSQL: English messages, and none of the variables that redirect its programs. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Runs a program to its end; the error carries what the program itself said. */
export async function runProgram(
  program: string,
  parameters: string[],
  user: ServerUser,
  cwd: string,
): Promise<void> {
  try {
    await execute(program, parameters, { ...user, cwd, env: programEnvironment() });
  } catch (error) {
    throw new Error(`${program} failed: ${outputOf(error)}`, { cause: error });
  }
}

function outputOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return stderr?.trim() || message || 'unknown reason';
}
