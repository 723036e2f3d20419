import type { Title } from '@lueckenlos/chain';
import { fill, type Params } from '../language/fill';
import { EXIT, type ExitCode } from './exit-code';

/** An error that whoever typed the command can do something about. */
export class CliError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly text: Title,
    readonly params: Params = {},
  ) {
    super(fill(text, 'en', params));
    this.name = 'CliError';
  }
}

export function usageError(text: Title, params?: Params): CliError {
  return new CliError(EXIT.usage, text, params);
}
