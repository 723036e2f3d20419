import { canonicalCell, tableDigest, type PerturbationTable } from '@lueckenlos/disclosure';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReplayFault } from '../fault';
import { ReleaseCount } from '../release/count-release';
import type { RecordKeys } from '../release/record-keys';
import { knownOf } from '../question';
import { ReplayedLog, type ReadingOptions } from '../replayed-log';
import { FILES, type Manifest } from './manifest';
import { README_DE, README_EN } from './readme';
import { Renaming } from './re-key';
import { fileLines } from './read-lines';
import { fileSum, lineSum } from './sums';

/** What a bundle is made of. */
export interface BundleSource {
  /** The log, as an uncompressed file of NDJSON. */
  readonly logFile: string;
  readonly release: string;
  readonly table: PerturbationTable;
  readonly keys: RecordKeys;
  /** Renames the pseudonyms; made for this bundle and kept nowhere. */
  readonly renamingKey: Uint8Array;
  /** The program that verifies the bundle, as one file. */
  readonly verifier: string;
  readonly codeVersion: string;
}

/**
 * Writes the files of a bundle into a folder. The release is counted again first: a bundle that does not verify is of no use.
 * @throws ReplayFault where the log, the table or the keys are not those of the release
 */
export async function writeBundle(
  source: BundleSource,
  folder: string,
  reading: ReadingOptions,
): Promise<Manifest> {
  const log = await ReplayedLog.read(textOf(source.logFile), reading);
  const release = log.releases.release(source.release);
  const known = knownOf(release);
  const renaming = await Renaming.of(source.renamingKey, linesUpTo(source.logFile, known.upTo));
  const count = new ReleaseCount(log, release, source);
  const keys: string[] = [];
  await log.fold(known, (child) => {
    count.add(child);
    keys.push(JSON.stringify([renaming.pseudonym(child.id), source.keys.keyOf(child.id).toString()]));
  });
  const { cubes, digest } = count.calculated();
  if (digest !== release.digest)
    throw new ReplayFault('replay.other-digest', { expected: release.digest, found: digest });
  const write = (name: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> =>
    writeLines(join(folder, name), lines);
  // In order of the new pseudonyms: that of the log would say which is which.
  await write(FILES.keys, keys.sort());
  const sums: string[] = [];
  await write(FILES.log, renamed(linesUpTo(source.logFile, known.upTo), renaming, sums));
  await write(FILES.lineSums, sums);
  await write(
    FILES.published,
    cubes.flatMap(({ published }) => published.map(canonicalCell)),
  );
  await write(
    FILES.sealed,
    cubes.flatMap(({ sealed }) =>
      sealed.map((cell) => JSON.stringify({ ...cell, key: cell.key.toString() })),
    ),
  );
  const definitions = {
    chain: log.definitions.chain(release.chain, known.upTo),
    areas: log.definitions.editions(known.upTo),
  };
  for (const [name, value] of [
    [FILES.definitions, definitions],
    [FILES.release, release],
    [FILES.table, { ...source.table, sha256: tableDigest(source.table) }],
  ] as const) {
    await writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  }
  await writeFile(join(folder, FILES.verifier), source.verifier);
  await writeFile(join(folder, FILES.readmeDe), README_DE);
  await writeFile(join(folder, FILES.readmeEn), README_EN);
  return writeManifest(folder, source);
}

async function writeManifest(folder: string, { release, codeVersion }: BundleSource): Promise<Manifest> {
  const files: Record<string, string> = {};
  for (const name of Object.values(FILES).toSorted()) {
    if (name !== FILES.manifest) files[name] = await fileSum(join(folder, name));
  }
  const manifest: Manifest = { format: 1, release, codeVersion, files };
  await writeFile(join(folder, FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function* textOf(file: string): AsyncGenerator<string> {
  for await (const line of fileLines(file)) yield `${line}\n`;
}

async function* linesUpTo(file: string, upTo: number): AsyncGenerator<string> {
  for await (const line of fileLines(file)) {
    if (positionOf(line) > upTo) return;
    yield line;
  }
}

async function* renamed(
  lines: AsyncIterable<string>,
  renaming: Renaming,
  sums: string[],
): AsyncGenerator<string> {
  for await (const line of lines) {
    const text = renaming.line(line);
    sums.push(lineSum(text));
    yield text;
  }
}

function positionOf(line: string): number {
  return Number((JSON.parse(line) as { position: string }).position);
}

async function writeLines(path: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  async function* ended(): AsyncGenerator<string> {
    for await (const line of lines) yield `${line}\n`;
  }
  await pipeline(Readable.from(ended()), createWriteStream(path));
}
