import { Command, Option } from 'commander';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { note, type Context } from '../context';
import { oneOf } from '../options/parsers';
import { followJob } from './follow-job';
import { FILE_FORMATS, openImportFile, type FileFormat } from './import-file';
import { reportJob, type Reporting } from './report-job';
import { reportsRows } from './report-options';
import { upload } from './upload';

interface Options extends ServerOptions, Reporting {
  readonly mode: 'each' | 'all';
  readonly dryRun?: boolean;
  readonly wait: boolean;
  readonly format?: FileFormat;
}

const LATER = {
  en: 'Received. What came of it: lueckenlos follow {id}',
  de: 'Angekommen. Was daraus wurde: lueckenlos follow {id}',
};

/** Sends a file of events and says what came of every row. */
export function importCommand(context: Context): Command {
  const mode = new Option('--mode <mode>', 'each row for itself, or all or nothing').default('each');
  const format = new Option('--format <format>', 'ndjson or csv (default: by the end of the name)');
  return reportsRows(talksToServer(new Command('import')))
    .description(
      'sends a file of events (NDJSON or CSV, may be .gz; - is standard input), reports rejected rows',
    )
    .argument('<file>')
    .addOption(mode.argParser(oneOf('--mode', 'each', 'all')))
    .option('--dry-run', 'store nothing, same report')
    .option('--wait', 'wait until every row has been looked at', true)
    .option('--no-wait', 'only until the file has arrived')
    .addOption(format.argParser(oneOf('--format', ...FILE_FORMATS)))
    .action((file: string, options: Options) => importFile(file, options, context));
}

async function importFile(name: string, options: Options, context: Context): Promise<void> {
  const api = await openApi(options, context);
  const file = await openImportFile(name, options.format, context.stdin);
  const delivery = { mode: options.mode, dryRun: options.dryRun ?? false };
  const { job, rows } = await upload(api, file, delivery, context);
  const later = LATER[context.language].replace('{id}', job.id);
  if (!options.wait) return note(context, later);
  const finished = await followJob(api, job.id, rows, context);
  await reportJob(api, finished, options, context);
}
