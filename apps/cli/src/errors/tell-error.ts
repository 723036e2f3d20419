import { DisclosureError } from '@lueckenlos/disclosure';
import { ConfigurationError } from '@lueckenlos/platform/config';
import { faultText, ReplayFault } from '@lueckenlos/replay/engine';
import { printable, type Language } from '@lueckenlos/terminal';
import { CommanderError } from 'commander';
import { RefusedError } from '../client/refused-error';
import { problemLines } from '../client/problem';
import { fill } from '../language/fill';
import { CliError } from './cli-error';
import { codeOf } from './code-of';
import { EXIT, type ExitCode } from './exit-code';
import { usageText } from './usage-texts';

/** How a run ended badly, and what to say of it. */
export interface Ending {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

/** Null for an error that nobody has foreseen: it is a mistake of the program and keeps its stack trace. */
export function endingOf(error: unknown, language: Language): Ending | null {
  if (error instanceof RefusedError) {
    return { exitCode: EXIT.refused, lines: problemLines(error.problem) };
  }
  if (error instanceof CliError) {
    return { exitCode: error.exitCode, lines: [printable(fill(error.text, language, error.params))] };
  }
  if (error instanceof ReplayFault) {
    const text = faultText(error.code, error.params, language);
    return { exitCode: EXIT.refused, lines: [printable(`${text} (${error.code})`)] };
  }
  if (error instanceof DisclosureError) {
    return { exitCode: EXIT.usage, lines: [printable(`${error.text[language]} (${error.code})`)] };
  }
  if (error instanceof ConfigurationError) {
    return { exitCode: EXIT.refused, lines: error.message.split('\n') };
  }
  if (error instanceof CommanderError) return endingOfCommander(error, language);
  // Whoever reads our output has seen enough.
  return codeOf(error) === 'EPIPE' ? { exitCode: EXIT.ok, lines: [] } : null;
}

function endingOfCommander(error: CommanderError, language: Language): Ending {
  // Help and version are no errors, but commander leaves by one. Help that nobody asked for is.
  if (error.exitCode === 0) return { exitCode: EXIT.ok, lines: [] };
  const lines = error.code === 'commander.help' ? [] : [printable(usageText(error)[language])];
  return { exitCode: EXIT.usage, lines };
}
