import { createProgress, formatCount, type Progress } from '@lueckenlos/terminal';
import { Command, Option } from 'commander';
import { randomBytes } from 'node:crypto';
import type { Api } from '../client/api';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { note, type Context } from '../context';
import { fill } from '../language/fill';
import { readLog, type LogPart } from '../log/read-log';
import { oneOf } from '../options/parsers';
import { exportChunks } from './export-chunks';
import { FACTS, FORMATS, planOf, type ExportOptions, type ExportPlan } from './export-options';
import { loggedLine, type LoggedLine } from './read/logged-line';
import { Rekeying } from './rows/rekey';
import { writeWhole } from './whole-file';

const LABEL = { en: 'Reading the log', de: 'Lese das Protokoll' };
const UNIT = { en: 'events', de: 'Ereignisse' };
const DONE = {
  en: '{events} events up to position {position} are in {file}.',
  de: '{events} Ereignisse bis zur Position {position} stehen in {file}.',
};
/** Bytes of records in memory, where they are put together by case. */
const BOUND = 128 * 1024 * 1024;

/** Exports the log, or the facts that are in force by it, for auditors and for process mining. */
export function exportLogCommand(context: Context): Command {
  const format = new Option('--format <format>', FORMATS.join(', ')).argParser(oneOf('--format', ...FORMATS));
  const facts = new Option(
    '--facts <which>',
    'in-force (default of xes and ocel) or recorded (of the others)',
  );
  return talksToServer(new Command('export-log'))
    .description('exports the log as NDJSON, CSV, Parquet, XES or OCEL 2.0')
    .addOption(format.makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write; it must not be there yet')
    .addOption(facts.argParser(oneOf('--facts', ...FACTS)))
    .option('--rekey', 'fresh names for cases and records, without a way back')
    .option('--purpose <text>', 'written to the access log')
    .option('--after <position>', 'only events after this position')
    .option('--up-to <position>', 'only events up to this position (default: the head of the log)')
    .option('--type <types>', 'only these types, as corrected,retracted')
    .option('--agency <agencies>', 'only of these agencies, as youth-office')
    .option('--recorded-from <instant>', 'only what arrived at this instant or later')
    .option('--recorded-before <instant>', 'only what arrived before this instant')
    .option('--known-from <instant>', 'only what was known at this instant or later')
    .option('--known-before <instant>', 'only what was known before this instant')
    .action((options: ExportOptions & ServerOptions) => exportLog(options, context));
}

async function exportLog(options: ExportOptions & ServerOptions, context: Context): Promise<void> {
  const { out, purpose, rekey = false } = options;
  const plan = planOf(options);
  const api = await openApi(options, context);
  const reading = new Reading(api, plan.part, purpose, context);
  const rekeying = rekey ? new Rekeying(randomBytes(32)) : null;
  try {
    await writeWhole(out, (folder) =>
      exportChunks({
        plan,
        lines: reading.lines(),
        rekeying,
        about: () => aboutOf(plan, reading.upTo, rekey),
        folder,
        bound: BOUND,
      }),
    );
  } finally {
    reading.stop();
  }
  const { language } = context;
  const params = { events: formatCount(reading.events, language), position: reading.upTo, file: out };
  note(context, fill(DONE, language, params));
}

function aboutOf({ facts, knownBefore }: ExportPlan, upTo: string, rekey: boolean): Record<string, string> {
  return {
    'concept:name': 'Lückenlos',
    facts,
    upTo,
    ...(knownBefore === Infinity ? {} : { knownBefore: new Date(knownBefore).toISOString() }),
    pseudonyms: rekey ? 'fresh in this export' : 'those of the log',
  };
}

/** A reading of the log that whoever waits can follow. */
class Reading {
  events = 0;
  upTo = '';
  private progress: Progress | undefined;

  constructor(
    private readonly api: Api,
    private readonly part: LogPart,
    private readonly purpose: string | undefined,
    private readonly context: Context,
  ) {}

  async *lines(): AsyncGenerator<readonly LoggedLine[]> {
    const headers: Record<string, string> =
      this.purpose === undefined ? {} : { purpose: encodeHeader(this.purpose) };
    for await (const { lines, upTo } of readLog(this.api, this.part, headers)) {
      this.upTo = upTo;
      const read = lines.map((line, at) => loggedLine(line, this.events + at + 1));
      this.events += lines.length;
      this.progress ??= this.begin();
      this.progress.update(this.events);
      yield read;
    }
  }

  stop(): void {
    this.progress?.stop();
  }

  private begin(): Progress {
    const { stderr, language } = this.context;
    return createProgress({ stream: stderr, label: LABEL[language], unit: UNIT[language], language });
  }
}

/** Headers carry bytes; the server reads UTF-8. */
const encodeHeader = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
