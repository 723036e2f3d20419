/** What a bundle holds, each file with its SHA-256 (hexadecimal). */
export interface Manifest {
  readonly format: 1;
  readonly release: string;
  /** Of the software that wrote the bundle and its verifier. */
  readonly codeVersion: string;
  readonly files: Readonly<Record<string, string>>;
}

export const FILES = {
  manifest: 'manifest.json',
  log: 'log.ndjson',
  /** Of each line of the log the first digits of its SHA-256: they say which one was changed. */
  lineSums: 'log.sums',
  definitions: 'definitions.json',
  release: 'release.json',
  table: 'table.json',
  keys: 'record-keys.ndjson',
  published: 'published-cells.ndjson',
  sealed: 'sealed-cells.ndjson',
  verifier: 'verify.js',
  readmeDe: 'LIESMICH.md',
  readmeEn: 'README.md',
} as const;
