import { endingOf } from './errors/tell-error';
import { EXIT, type ExitCode } from './errors/exit-code';
import { languageOf } from './language/language-of';
import { createProgram } from './program';
import type { Surroundings } from './surroundings';

/** Runs one command line, without the name of the program, and says how it ended. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const outcome: { exitCode: ExitCode } = { exitCode: EXIT.ok };
  const language = languageOf(surroundings.environment);
  try {
    await createProgram({ ...surroundings, language, outcome }).parseAsync(args, { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    const ending = endingOf(error, language);
    if (!ending) throw error;
    for (const line of ending.lines) surroundings.stderr.write(`${line}\n`);
    return ending.exitCode;
  }
}
