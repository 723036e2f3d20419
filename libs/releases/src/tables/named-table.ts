import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  isSoundTable,
  perturberOf,
  SHIPPED_TABLE,
  type Perturb,
  type PerturbationTable,
} from '@lueckenlos/disclosure';
import { ConfigurationError } from '@lueckenlos/platform';
import type { NamedTable } from '../catalogue/release';

/** A perturbation table that counts can be published with. */
export interface OpenTable extends NamedTable {
  readonly content: PerturbationTable;
  readonly perturb: Perturb;
}

/**
 * Opens the table that the configuration names, or the shipped one (D 5, V 3, js 2). Run-time code makes no table.
 * @throws ConfigurationError where there is none, or its rows are not those of its hash
 */
export async function openTable(path: string | undefined): Promise<OpenTable> {
  if (path === undefined) return opened(SHIPPED_TABLE.name, SHIPPED_TABLE.table);
  const name = basename(path).replace(/\.json$/, '');
  return opened(name, await parsed(path));
}

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    throw wrong(`names a file that cannot be read as JSON (${(error as Error).message})`);
  }
}

function opened(name: string, stored: unknown): OpenTable {
  if (!isSoundTable(stored)) {
    throw wrong(
      'names a file that is no perturbation table, or one whose rows were changed since it was made',
    );
  }
  const { sha256, ...content } = stored;
  return { name, digest: sha256, parameters: content.parameters, content, perturb: perturberOf(content) };
}

const wrong = (mistake: string): ConfigurationError =>
  new ConfigurationError([`LUECKENLOS_PERTURBATION_TABLE ${mistake}`]);
