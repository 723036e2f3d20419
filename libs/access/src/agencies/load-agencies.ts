import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '@lueckenlos/platform';
import { AgencyFile } from './agency-file';
import { agencyFileMistakes, isAgencyFile } from './check-agency-file';
import shipped from './default-agencies.json';

/** The file shipped with this library, in force without `LUECKENLOS_AGENCIES`. */
export const defaultAgencies: AgencyFile = shipped;

/** Reads an agency file; a process with a wrong one must not start, and is told everything that is wrong. */
export async function loadAgencies(path: string | undefined): Promise<AgencyFile> {
  if (path === undefined) return defaultAgencies;
  const content = await parsed(path);
  if (!isAgencyFile(content)) throw wrong(agencyFileMistakes(content));
  return content;
}

async function parsed(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw wrong([`${path} cannot be read: ${messageOf(error)}`]);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong([`${path} is not JSON: ${messageOf(error)}`]);
  }
}

function wrong(mistakes: readonly string[]): ConfigurationError {
  return new ConfigurationError(mistakes.map((mistake) => `LUECKENLOS_AGENCIES ${mistake}`));
}

// What reading and parsing throw is always an Error, if not always of this realm.
const messageOf = (error: unknown): string => (error as Error).message;
