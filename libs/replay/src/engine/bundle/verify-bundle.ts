import { isSoundTable, type PublishedCell } from '@lueckenlos/disclosure';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReplayFault } from '../fault';
import type { LoggedRelease } from '../log/logged-releases';
import { judge, type JudgedRelease } from '../release/judge';
import { ReleaseCount } from '../release/count-release';
import { keysOfMap } from '../release/record-keys';
import { knownOf } from '../question';
import { ReplayedLog, type ReadingOptions } from '../replayed-log';
import { FILES, type Manifest } from './manifest';
import { fileLines } from './read-lines';
import { fileSum, lineSum } from './sums';

/** A file that is not as it was written: missing, or changed, in these lines where the log can say it. */
export interface ChangedFile {
  readonly file: string;
  readonly missing: boolean;
  /** The first hundred, counted from 1. */
  readonly lines: readonly number[];
}

/** What there is to say of a bundle. */
export interface Verdict {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which whoever wrote the bundle can tell by another way. */
  readonly manifestSum: string;
  readonly changed: readonly ChangedFile[];
  /** Null where files were changed: then nothing is counted. */
  readonly release: JudgedRelease | null;
  /** Whether the true counts and keys of the cells are the sealed ones. */
  readonly sealedEqual: boolean;
  readonly events: number;
}

const LISTED = 100;

/**
 * Checks every file, then counts the release again from the log of the bundle.
 * @param codeVersion of the software that counts; null for the program that lies in the bundle
 */
export async function verifyBundle(
  folder: string,
  reading: ReadingOptions,
  codeVersion: string | null,
): Promise<Verdict> {
  const text = await readFile(join(folder, FILES.manifest), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const manifestSum = await fileSum(join(folder, FILES.manifest));
  const changed = await changedFiles(folder, manifest);
  if (changed.length > 0) {
    return { manifest, manifestSum, changed, release: null, sealedEqual: false, events: 0 };
  }
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'));
  const release = (await json(FILES.release)) as LoggedRelease;
  const table = await json(FILES.table);
  if (!isSoundTable(table))
    throw new ReplayFault('replay.other-table', {
      ...release.table,
      expected: release.table.digest,
      found: '–',
    });
  const keys = keysOfMap(release.series, await readKeys(join(folder, FILES.keys)));
  const log = await ReplayedLog.read(createReadStream(join(folder, FILES.log)), reading);
  const known = knownOf(release);
  log.requirePosition(known.upTo);
  const count = new ReleaseCount(log, release, { table, keys });
  await log.fold(known, (child) => count.add(child));
  const replayed = count.calculated();
  const published = await cells<PublishedCell>(join(folder, FILES.published));
  const sealed = new Set(await readLines(join(folder, FILES.sealed)));
  const counted = replayed.cubes.flatMap((cube) => cube.sealed);
  return {
    manifest,
    manifestSum,
    changed,
    release: judge(release, published, replayed, codeVersion ?? manifest.codeVersion),
    sealedEqual:
      counted.length === sealed.size &&
      counted.every((cell) => sealed.has(JSON.stringify({ ...cell, key: cell.key.toString() }))),
    events: log.events,
  };
}

async function changedFiles(folder: string, { files }: Manifest): Promise<ChangedFile[]> {
  const changed: ChangedFile[] = [];
  for (const [file, sum] of Object.entries(files)) {
    const found = await sumOf(join(folder, file));
    if (found === sum) continue;
    const lines = file === FILES.log && found !== null ? await changedLines(folder) : [];
    changed.push({ file, missing: found === null, lines });
  }
  return changed;
}

async function sumOf(path: string): Promise<string | null> {
  try {
    return await fileSum(path);
  } catch {
    return null;
  }
}

async function changedLines(folder: string): Promise<number[]> {
  const sums = await readLines(join(folder, FILES.lineSums));
  const lines: number[] = [];
  let line = 0;
  for await (const text of fileLines(join(folder, FILES.log))) {
    if (lineSum(text) !== sums[line++] && lines.length < LISTED) lines.push(line);
  }
  if (line < sums.length) lines.push(line + 1);
  return lines;
}

async function readLines(path: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of fileLines(path)) lines.push(line);
  return lines;
}

async function cells<T>(path: string): Promise<T[]> {
  return (await readLines(path)).map((line) => JSON.parse(line) as T);
}

async function readKeys(path: string): Promise<Map<string, bigint>> {
  const pairs = await cells<[string, string]>(path);
  return new Map(pairs.map(([pseudonym, key]) => [pseudonym, BigInt(key)]));
}
