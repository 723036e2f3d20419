import { estimateEvents, type SynthesisOptions } from '@lueckenlos/krefeld';
import { createProgress } from '@lueckenlos/terminal';
import { Command, Option } from 'commander';
import { note, type Context } from '../context';
import { fill } from '../language/fill';
import { month, positiveNumber, wholeNumber, years, type Years } from '../options/parsers';
import { openOutput } from './open-output';
import { summaryLines } from './summary';
import { Tally } from './tally';
import { writeEvents } from './write-events';

interface Options {
  readonly cases?: number;
  readonly scale?: number;
  readonly births: Years;
  readonly until?: string;
  readonly seed: number;
  readonly out: string;
  readonly gzip?: boolean;
}

const LABEL = { en: 'Synthesising', de: 'Synthetisiere' };
const UNIT = { en: 'events', de: 'Ereignisse' };

/** Writes a synthetic Krefeld as NDJSON that `import` takes from the client `data-migration`. */
export function synthesiseCommand(context: Context): Command {
  const cases = new Option('--cases <n>', 'roughly so many children').argParser(wholeNumber('--cases', 0));
  const scale = new Option('--scale <x>', 'or: of the true number of births (default: 1)');
  const births = new Option('--births <years>', 'birth years, both included');
  const until = new Option(
    '--until <month>',
    'nothing is known after it (default: December of the last birth year)',
  );
  const seed = new Option('--seed <n>', 'same options, same bytes').default(1);
  return new Command('synthesise')
    .description('writes a synthetic Krefeld as NDJSON, to be imported by the client data-migration')
    .addOption(cases)
    .addOption(scale.argParser(positiveNumber('--scale')).conflicts('cases'))
    .addOption(births.argParser(years('--births')).default({ from: 2006, to: 2025 }, '2006-2025'))
    .addOption(until.argParser(month('--until')))
    .addOption(seed.argParser(wholeNumber('--seed', 0)))
    .option('--out <file>', 'file to write, - is standard output', '-')
    .option('--gzip', 'compress it')
    .action((options: Options) => synthesiseTo(options, context));
}

async function synthesiseTo({ out, gzip = false, ...options }: Options, context: Context): Promise<void> {
  const { language } = context;
  const plan = planned(options);
  const total = estimateEvents(plan);
  const output = await openOutput(out, context.stdout);
  const unit = fill(UNIT, language);
  const progress = createProgress({
    stream: context.stderr,
    label: fill(LABEL, language),
    unit,
    total,
    language,
  });
  const tally = new Tally((events) => progress.update(events));
  const started = performance.now();
  try {
    const digests = await writeEvents(plan, { output, gzip, tally });
    progress.stop();
    const milliseconds = performance.now() - started;
    for (const line of summaryLines({ tally, digests, milliseconds, language })) note(context, line);
  } finally {
    progress.stop();
  }
}

function planned({ births, until, ...options }: Omit<Options, 'out' | 'gzip'>): SynthesisOptions {
  return { ...options, births, until: until ?? `${births.to}-12` };
}
