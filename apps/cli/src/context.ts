import type { Language } from '@lueckenlos/terminal';
import type { ExitCode } from './errors/exit-code';
import type { Surroundings } from './surroundings';

/** What a command works with. */
export interface Context extends Surroundings {
  readonly language: Language;
  /** A command that worked and still has bad news, such as rejected rows, leaves its exit code here. */
  readonly outcome: { exitCode: ExitCode };
}

/** Writes a result. */
export function print({ stdout }: Pick<Context, 'stdout'>, text: string): void {
  stdout.write(`${text}\n`);
}

/** Tells whoever sits in front of the terminal something that is not part of the result. */
export function note({ stderr }: Pick<Context, 'stderr'>, text: string): void {
  stderr.write(`${text}\n`);
}

/** Characters of a line of the results; unlimited where they don't go to a terminal. */
export function widthOf({ stdout }: Pick<Context, 'stdout'>): number {
  return stdout.isTTY ? (stdout.columns ?? 80) : Infinity;
}
