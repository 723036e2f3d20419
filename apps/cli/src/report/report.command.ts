import type { Language } from '@lueckenlos/terminal';
import { Command, Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import type { Context } from '../context';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';
import { fetchRelease } from '../releases/fetch-release';
import { readReleaseFolder } from '../releases/read-folder';
import type { ReleaseContent } from '../releases/release-content';
import { printPdf } from './print-pdf';
import { reportPage } from './report-page';

interface Options extends ServerOptions {
  readonly release?: string;
  readonly from?: string;
  readonly out: string;
  readonly lang?: Language;
}

const WHICH = {
  en: 'Which release? Give --release ID, or --from FOLDER for an exported one.',
  de: 'Welche Veröffentlichung? Nötig ist --release ID, oder --from ORDNER für eine exportierte.',
};
const FORM = {
  en: '--out must end with .html or .pdf.',
  de: '--out muss auf .html oder .pdf enden.',
};
const UNWRITABLE = {
  en: 'Cannot write to {file} ({reason}).',
  de: 'In {file} lässt sich nicht schreiben ({reason}).',
};

/** Writes a release as a report for people: one page that needs nothing else, or a PDF. */
export function reportCommand(context: Context): Command {
  return talksToServer(new Command('report'))
    .description('writes a release as a printable report, as HTML or PDF')
    .option('--release <id>', 'the release, as krefeld-2026-06-1')
    .option('--from <folder>', 'a release that export-release wrote, instead of a server')
    .requiredOption('--out <file>', 'a file ending with .html or .pdf')
    .addOption(new Option('--lang <language>', 'language of the report').choices(['de', 'en']))
    .action(async (options: Options) => {
      const { out } = options;
      if (!/\.(html|pdf)$/.test(out)) throw usageError(FORM);
      const language = options.lang ?? context.language;
      const page = reportPage(await contentFor(options, context), language);
      await write(out, out.endsWith('.pdf') ? await printPdf(page) : page);
    });
}

async function contentFor(options: Options, context: Context): Promise<ReleaseContent> {
  if (options.from !== undefined) return readReleaseFolder(options.from);
  if (options.release === undefined) throw usageError(WHICH);
  return fetchRelease(await openApi(options, context), options.release);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw usageError(UNWRITABLE, { file, reason: reasonOf(error) });
  }
}
