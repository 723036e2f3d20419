import { isSoundTable, SHIPPED_TABLE, type StoredTable } from '@lueckenlos/disclosure';
import { loadConfig } from '@lueckenlos/platform/config';
import { keysOfSecret, type ReleaseSecrets } from '@lueckenlos/replay/engine';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';
import { EXIT } from '../errors/exit-code';

const NO_KEY = {
  en: 'A release can only be verified with the secret of its series, which cannot be read from {file} ({reason}). LUECKENLOS_RELEASE_SERIES_KEY names the file; an auditor without it verifies a bundle.',
  de: 'Eine Veröffentlichung lässt sich nur mit dem Geheimnis ihrer Reihe prüfen, das aus {file} nicht zu lesen ist ({reason}). LUECKENLOS_RELEASE_SERIES_KEY nennt die Datei; wer sie nicht hat, prüft ein Prüfpaket.',
};
const NO_TABLE = {
  en: '{file} is no perturbation table, or its rows were changed since it was made ({reason}).',
  de: '{file} ist keine Überlagerungstabelle, oder ihre Zeilen wurden geändert ({reason}).',
};

/** What releases of this installation are protected with: table and key, where the configuration says they are. */
export async function releaseSecrets(environment: NodeJS.ProcessEnv): Promise<ReleaseSecrets> {
  const { perturbationTableFile, releaseSeriesKeyFile, dataDir } = loadConfig(environment);
  const keyFile = releaseSeriesKeyFile ?? join(dataDir, 'release-series.key');
  return {
    table: perturbationTableFile === undefined ? SHIPPED_TABLE.table : await readTable(perturbationTableFile),
    keys: keysOfSecret(Buffer.from((await readText(keyFile)).trim(), 'hex')),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.refused, NO_KEY, { file, reason: reasonOf(error) });
  }
}

async function readTable(file: string): Promise<StoredTable> {
  let reason = 'SHA-256';
  try {
    const table: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isSoundTable(table)) return table;
  } catch (error) {
    reason = reasonOf(error);
  }
  throw new CliError(EXIT.refused, NO_TABLE, { file, reason });
}
