import type { Definitions } from '@lueckenlos/disclosure';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '../errors/cli-error';
import { cellsIn, checked } from './fetch-release';
import type { ReleaseContent, ReleaseTerms } from './release-content';

const NO_EXPORT = {
  en: '{folder} is no exported release: {file} is missing or broken.',
  de: '{folder} ist keine exportierte Veröffentlichung: {file} fehlt oder ist beschädigt.',
};

/**
 * A release out of a folder that `export-release` wrote, checked against its digest.
 * @throws CliError where files are missing or changed
 */
export async function readReleaseFolder(folder: string): Promise<ReleaseContent> {
  const parsed = async <T>(file: string, parse: (text: string) => T): Promise<T> => {
    try {
      return parse(await readFile(join(folder, file), 'utf8'));
    } catch {
      throw usageError(NO_EXPORT, { folder, file });
    }
  };
  return checked({
    terms: await parsed('release.json', (text) => JSON.parse(text) as ReleaseTerms),
    definitions: await parsed('definitions.json', (text) => JSON.parse(text) as Definitions),
    cells: await parsed('cells.ndjson', cellsIn),
  });
}
