import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { perturberOf, tableDigest, type Perturb, type PerturbationTable } from '@lueckenlos/disclosure';
import { ConfigurationError } from '@lueckenlos/platform';
import type { NamedTable } from '../catalogue/release';
import shipped from './d5-v3-js2.json';

/** A perturbation table that counts can be published with. */
export interface OpenTable extends NamedTable {
  readonly content: PerturbationTable;
  readonly perturb: Perturb;
}

interface TableFile extends PerturbationTable {
  readonly sha256: string;
}

/**
 * Opens the table that the configuration names, or the shipped one (D 5, V 3, js 2). Run-time code makes no table.
 * @throws ConfigurationError where there is none, or its rows are not those of its hash
 */
export async function openTable(path: string | undefined): Promise<OpenTable> {
  if (path === undefined) return opened('d5-v3-js2', shipped);
  const name = basename(path).replace(/\.json$/, '');
  return opened(name, await parsed(path));
}

async function parsed(path: string): Promise<TableFile> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as TableFile;
  } catch (error) {
    throw wrong(`names a file that cannot be read as JSON (${(error as Error).message})`);
  }
}

function opened(name: string, { sha256, ...content }: TableFile): OpenTable {
  if (!Array.isArray(content.rows) || tableDigest(content) !== sha256) {
    throw wrong(
      'names a file that is no perturbation table, or one whose rows were changed since it was made',
    );
  }
  return { name, digest: sha256, parameters: content.parameters, content, perturb: perturberOf(content) };
}

const wrong = (mistake: string): ConfigurationError =>
  new ConfigurationError([`LUECKENLOS_PERTURBATION_TABLE ${mistake}`]);
