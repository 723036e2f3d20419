import { parseMonth } from '@lueckenlos/chain';
import { boundariesOf, BREAKDOWNS, type Breakdown } from '@lueckenlos/figures/counting';
import { loadConfig, VERSION } from '@lueckenlos/platform/config';
import {
  replay,
  replayCurves,
  type Chunks,
  type CurvesQuestion,
  type ReadingOptions,
  type ReplayQuestion,
  type ReplayTask,
} from '@lueckenlos/replay/engine';
import { createProgress } from '@lueckenlos/terminal';
import { Command, Option } from 'commander';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../client/api';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import type { Context } from '../context';
import { usageError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';
import { boundaries, instant, month, oneOf, wholeNumber } from '../options/parsers';
import { askedCurves, asksForCurves, refuseCurveOptions, type CurveOptions } from './curve-options';
import { openLogFile, type OpenedLog } from './log-file';
import { printCurveReplay } from './print-curve-replay';
import { printReplay, type ReplayFormat } from './print-replay';
import { fetchCells, readCells } from './published-cells';
import { releaseSecrets } from './release-secrets';
import { openRemoteLog } from './remote-log';

export interface ReplayOptions extends ServerOptions, CurveOptions {
  readonly figure: 'drop-offs' | 'curves';
  readonly log: string;
  readonly release?: string;
  readonly cells?: string;
  readonly chain?: string;
  readonly asOf?: string;
  readonly knownBefore?: number;
  readonly toPosition?: number;
  readonly by?: string;
  readonly level?: string;
  readonly boundaries?: string;
  readonly chainVersion?: number;
  readonly format: ReplayFormat;
}

const NO_QUESTION = {
  en: 'Give --release, or --chain with --as-of.',
  de: 'Entweder --release angeben, oder --chain mit --as-of.',
};
const COUNTED_ONCE = {
  en: 'A release was counted once, one way: neither --boundaries nor --chain-version go with it.',
  de: 'Eine Veröffentlichung wurde einmal gezählt, auf eine Weise: Weder --boundaries noch --chain-version gehören dazu.',
};
const NO_BREAKDOWN = {
  en: '--by takes any of {known}, separated by commas.',
  de: '--by nimmt {known}, durch Komma getrennt.',
};
const READING = { en: 'Replaying', de: 'Nachrechnen' };

/** Counts figures or a release again, from the log alone. */
export function replayCommand(context: Context): Command {
  const position = new Option('--to-position <n>', 'only the log up to this position');
  const format = new Option('--format <format>', 'how to print it: table, json').default('table');
  const edition = new Option('--boundaries <which>', 'area hierarchy that counts: asOf, today, or a month');
  const version = new Option('--chain-version <n>', 'as if this version of the chain held for every birth');
  const figure = new Option(
    '--figure <name>',
    'drop-offs (with flows), or curves; a release is counted as a whole',
  ).default('drop-offs');
  return asksForCurves(talksToServer(new Command('replay')))
    .description('counts figures or a release again from the log alone, and says whether they are the same')
    .requiredOption(
      '--log <file or address>',
      'an exported log (NDJSON, .gz too), or the address of a server',
    )
    .addOption(figure.argParser(oneOf('--figure', 'drop-offs', 'curves')))
    .option('--release <id>', 'verify this release (needs the secret of its series, as the server does)')
    .option(
      '--cells <file>',
      'published cells of the release as NDJSON, to compare cell by cell; a server is asked for them',
    )
    .option('--chain <id>', 'chain, such as krefeld')
    .addOption(
      new Option('--as-of <month>', 'what had happened by the end of this month').argParser(month('--as-of')),
    )
    .addOption(
      new Option('--known-before <instant>', 'only what was known before').argParser(
        instant('--known-before'),
      ),
    )
    .addOption(position.argParser(wholeNumber('--to-position', 1)))
    .option('--by <list>', `any of ${BREAKDOWNS.join(',')}`)
    .option('--level <kind>', 'sum areas up to this kind, such as stadtbezirk')
    .addOption(edition.argParser(boundaries('--boundaries')))
    .addOption(version.argParser(wholeNumber('--chain-version', 1)))
    .addOption(format.argParser(oneOf('--format', 'table', 'json')))
    .action(async (options: ReplayOptions) => {
      const api = /^https?:/.test(options.log) ? await apiOf(options, context) : null;
      if (options.figure === 'curves' && options.release === undefined)
        return showCurves(options, api, context);
      refuseCurveOptions(options);
      const task = await taskOf(options, api, context);
      const upTo = 'question' in task ? task.question.known.upTo : undefined;
      const replayed = await run(options, upTo, api, context, (chunks, reading) =>
        replay(chunks, task, reading),
      );
      printReplay(replayed, options.format, context);
      if (replayed.release?.equal === false) context.outcome.exitCode = EXIT.refused;
    });
}

/** The address of a log may be given with its path. */
function apiOf(options: ReplayOptions, context: Context): Promise<Api> {
  return openApi({ ...options, url: options.log.replace(/\/(v1\/log.*)?$/, '') }, context);
}

async function showCurves(options: ReplayOptions, api: Api | null, context: Context): Promise<void> {
  const question: CurvesQuestion = { ...questionOf(options, context), ...askedCurves(options) };
  const replayed = await run(options, question.known.upTo, api, context, (chunks, reading) =>
    replayCurves(chunks, question, reading),
  );
  printCurveReplay(replayed, question, options.format, context);
}

async function taskOf(options: ReplayOptions, api: Api | null, context: Context): Promise<ReplayTask> {
  const { release, cells, level = null } = options;
  if (release === undefined) return { question: questionOf(options, context) };
  if (options.boundaries !== undefined || options.chainVersion !== undefined) throw usageError(COUNTED_ONCE);
  const file = cells === undefined ? null : await openLogFile(cells, () => undefined);
  const published = file ? await readCells(file.chunks) : api && (await fetchCells(api, release));
  const secrets = await releaseSecrets(context.environment);
  return {
    release: { release, published, codeVersion: VERSION, ...secrets },
    breakdown: { by: breakdowns(options.by), level },
  };
}

function questionOf(options: ReplayOptions, { clock }: Context): ReplayQuestion {
  const { chain, chainVersion, asOf, knownBefore, toPosition, level = null } = options;
  const by = breakdowns(options.by);
  if (chain === undefined || asOf === undefined) throw usageError(NO_QUESTION);
  const known = {
    ...(knownBefore === undefined ? {} : { before: knownBefore }),
    ...(toPosition === undefined ? {} : { upTo: toPosition }),
  };
  const until = parseMonth(asOf) ?? NaN;
  return {
    ...{ chain, asOf: until, by, level, known },
    boundaries: boundariesOf(options.boundaries, until, clock()),
    ...(chainVersion === undefined ? {} : { chainVersion }),
  };
}

function breakdowns(list = ''): Breakdown[] {
  const names = list.split(',').filter((name) => name !== '');
  const known: readonly string[] = BREAKDOWNS;
  if (names.every((name) => known.includes(name))) return names as Breakdown[];
  throw usageError(NO_BREAKDOWN, { known: BREAKDOWNS.join(', ') });
}

async function run<T>(
  options: ReplayOptions,
  upTo: number | undefined,
  api: Api | null,
  { environment, stderr, language }: Context,
  count: (chunks: Chunks, reading: ReadingOptions) => Promise<T>,
): Promise<T> {
  let tell = (_: number): void => undefined;
  const log: OpenedLog = api
    ? await openRemoteLog(api)
    : await openLogFile(options.log, (bytes) => tell(bytes));
  const progress = createProgress({ ...log, stream: stderr, label: READING[language], language });
  tell = (done) => progress.update(done);
  const folder = await mkdtemp(join(tmpdir(), 'lueckenlos-replay-'));
  try {
    const memory = loadConfig(environment).replayMemory * 2 ** 20;
    const onProgress = api ? tell : undefined;
    return await count(log.chunks, { folder, memory, upTo, onProgress });
  } finally {
    progress.stop();
    await rm(folder, { recursive: true });
  }
}
