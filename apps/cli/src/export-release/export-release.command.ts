import { formatCount } from '@lueckenlos/terminal';
import { Command, Option } from 'commander';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { note, type Context } from '../context';
import { fill } from '../language/fill';
import { webAddress } from '../options/parsers';
import { fetchRelease } from '../releases/fetch-release';
import { municipalitiesOf } from './dcat';
import { releaseFiles } from './release-files';
import { openFolder, writeFiles } from './write-folder';

interface Options extends ServerOptions {
  readonly out: string;
  readonly publisher?: string;
  readonly licence: string;
  readonly baseUrl: string;
}

const WRITTEN = {
  en: '{files} files of {tables} tables in {folder}; verify with: sha256sum -c SHA256SUMS',
  de: '{files} Dateien zu {tables} Tabellen in {folder}; prüfen mit: sha256sum -c SHA256SUMS',
};

/** Writes a release as open data: tables in three formats, their schema, metadata for catalogues, method sheets, checksums. */
export function exportReleaseCommand(context: Context): Command {
  return talksToServer(new Command('export-release'))
    .description(
      'writes a release as open data: CSV, JSON-stat, Parquet, DCAT-AP.de, method sheets, checksums',
    )
    .argument('<id>', 'the release, as krefeld-2026-06-1')
    .requiredOption('--out <folder>', 'an empty folder, or one to be made')
    .option('--publisher <name>', 'who publishes (default: the name of the municipality)')
    .addOption(
      new Option('--licence <address>', 'licence of the data')
        .argParser(webAddress('--licence'))
        .default('http://dcat-ap.de/def/licenses/dl-by-de/2.0'),
    )
    .addOption(
      new Option('--base-url <address>', 'where the folder will be found')
        .argParser(webAddress('--base-url'))
        .default('https://example.org/opendata'),
    )
    .action(async (id: string, { out, publisher, licence, baseUrl, ...server }: Options) => {
      const api = await openApi(server, context);
      await openFolder(out);
      const content = await fetchRelease(api, id);
      const names = municipalitiesOf(content).map(({ name }) => name);
      const files = releaseFiles(content, { publisher: publisher ?? names.join(', '), licence, baseUrl });
      await writeFiles(out, files);
      const counted = (n: number): string => formatCount(n, context.language);
      const tables = counted(content.terms.cubes.length);
      note(
        context,
        fill(WRITTEN, context.language, { files: counted(files.length + 1), tables, folder: out }),
      );
    });
}
