import { PassThrough, Readable } from 'node:stream';
import type { ExitCode } from '../errors/exit-code';
import { run } from '../run';

/** How a command line ended, and what it wrote. */
export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings in which a command is typed. */
export interface Typed {
  readonly environment?: NodeJS.ProcessEnv;
  readonly clock?: () => Date;
  readonly stdin?: string | Buffer;
  /** Characters of a line, if the results go to a terminal. */
  readonly width?: number;
}

/** Types a command, as people do, into this process. */
export async function runCli(args: readonly string[], typed: Typed = {}): Promise<CliResult> {
  const { environment = {}, clock = () => new Date(), stdin = '', width } = typed;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [textOf(stdout), textOf(stderr)];
  const screen = Object.assign(stdout, width === undefined ? {} : { isTTY: true, columns: width });
  const exitCode = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: screen,
    stderr,
    environment,
    clock,
  });
  stdout.end();
  stderr.end();
  const [written = '', told = ''] = await Promise.all(texts);
  return { exitCode, stdout: written, stderr: told };
}

async function textOf(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
