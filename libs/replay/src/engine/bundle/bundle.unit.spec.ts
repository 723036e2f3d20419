import { SHIPPED_TABLE } from '@lueckenlos/disclosure';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AREAS, CHAIN, fact, logLines, readLines, type Told } from '../../testing/log-lines';
import { translated } from '../../testing/translated';
import type { LoggedRelease } from '../log/logged-releases';
import { ReleaseCount } from '../release/count-release';
import { keysOfSecret } from '../release/record-keys';
import { knownOf } from '../question';
import { FILES, type Manifest } from './manifest';
import { packModules } from './pack-modules';
import { fileSum } from './sums';
import { VERIFIER } from './verify-main';
import { verifyBundle } from './verify-bundle';
import { writeBundle } from './write-bundle';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KNOWN = '2021-01-01T00:00:00.000Z';
const CASES = Array.from({ length: 40 }, (_, i) => `pseudonym${String(i).padStart(2, '0')}`);
/** Two corrections of one instant: which one counts is decided by the order of their ids. */
const correction = (subject: string, id: string, corrects: string, area: string): Told => ({
  type: 'lueckenlos.corrected.v1',
  subject,
  id,
  data: { corrects, occurredOn: '2019-01', area },
});
const told: Told[] = [
  AREAS,
  CHAIN,
  ...CASES.map((subject, i) =>
    fact(subject, `sender-${i}`, `201${i % 10}-01`, { area: i % 3 ? 'd1' : 'd2' }),
  ),
  ...CASES.slice(0, 20).map((subject, i) => fact(subject, `u5-${i}`, `201${i % 10}-05`, { stage: 'u5' })),
  correction('pseudonym09', 'sender-b', 'sender-9', 'd2'),
  correction('pseudonym09', 'sender-a', 'sender-9', 'd1'),
  {
    type: 'lueckenlos.retracted.v1',
    subject: 'pseudonym01',
    id: 'sender-r',
    data: { retracts: 'u5-1', reason: 'secret-reason' },
  },
  {
    type: 'lueckenlos.cases-linked.v1',
    subject: 'pseudonym31',
    id: 'sender-l',
    data: { other: 'pseudonym02' },
  },
];
const keys = keysOfSecret(Buffer.alloc(32, 7));
const position = String(told.length);
const terms: LoggedRelease = {
  id: 'small-1',
  chain: 'small',
  asOf: '2020-06',
  knownBefore: KNOWN,
  position,
  table: { name: SHIPPED_TABLE.name, digest: SHIPPED_TABLE.table.sha256 },
  series: keys.series,
  cubes: ['drop-offs:birthYear', 'drop-offs:area@district', 'flows:all'],
  codeVersion: '1',
  digest: '',
};

async function bundle(name: string): Promise<string> {
  const log = await readLines(logLines(told));
  const count = new ReleaseCount(log, terms, { table: SHIPPED_TABLE.table, keys });
  await log.fold(knownOf(terms), (child) => count.add(child));
  const published = {
    type: 'lueckenlos.release-published.v1',
    data: { ...terms, digest: count.calculated().digest },
  };
  const later = fact('later', 'sender-later', '2020-01');
  const logFile = join(folder, `${name}.ndjson`);
  writeFileSync(logFile, logLines([...told, published, later]).join('\n'));
  const out = mkdtempSync(join(folder, name));
  const source = { logFile, release: 'small-1', table: SHIPPED_TABLE.table, keys };
  const verifier = packModules(VERIFIER, translated);
  await writeBundle({ ...source, renamingKey: Buffer.from(name), verifier, codeVersion: '1' }, out, {
    folder: '/nowhere',
    memory: 2 ** 26,
  });
  return out;
}

const verified = (at: string): ReturnType<typeof verifyBundle> =>
  verifyBundle(at, { folder: '/nowhere', memory: 2 ** 26 }, '2');
/** Runs the program of the bundle as its recipient does. */
const run = (at: string): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [join(at, FILES.verifier), at], {
    encoding: 'utf8',
    env: { LC_ALL: 'en_GB.UTF-8' },
  });

describe('an audit bundle', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await bundle('one');
  });

  function copy(file: string, change: (text: string) => string): string {
    const at = mkdtempSync(join(folder, 'copy-'));
    cpSync(whole, at, { recursive: true });
    writeFileSync(join(at, file), change(readFileSync(join(at, file), 'utf8')));
    return at;
  }
  /** As a forger would who changes the sums along with the file. */
  async function forge(at: string, file: string): Promise<void> {
    const manifest = JSON.parse(readFileSync(join(at, FILES.manifest), 'utf8')) as Manifest;
    const files = { ...manifest.files, [file]: await fileSum(join(at, file)) };
    writeFileSync(join(at, FILES.manifest), JSON.stringify({ ...manifest, files }));
  }

  it('verifies with its own program and Node alone, links and ties included', async () => {
    const { status, stdout } = run(whole);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^small-1: equal \(\d+ cells, 66 events, 1\)$/m),
    ]);
    expect(await verified(whole)).toMatchObject({
      changed: [],
      sealedEqual: true,
      release: { differences: [], codeVersions: { published: '1', replayed: '2' } },
    });
  });

  it('holds no pseudonym, sender’s id or reason of the log, and nothing after the release', () => {
    const texts = readdirSync(whole)
      .filter((file) => file !== FILES.verifier)
      .map((file) => readFileSync(join(whole, file), 'utf8'))
      .join('\n');
    expect(texts).not.toMatch(/pseudonym\d|sender-|u5-\d|secret-reason|later/);
  });

  it('names the same child otherwise for another recipient', async () => {
    const other = await bundle('two');
    const [one, two] = [whole, other].map(
      (at) => new Set(readFileSync(join(at, FILES.log), 'utf8').match(/case-[0-9a-f]{32}/g)),
    );
    expect(one?.size).toBe(39);
    expect([...(one ?? [])].filter((name) => two?.has(name))).toEqual([]);
    expect(run(other).status).toBe(0);
  });

  it('names the file and the line that was changed', async () => {
    const at = copy(FILES.log, (text) => text.replace('"occurredOn":"2013-05"', '"occurredOn":"2013-06"'));
    const [{ status, stdout }, verdict] = [run(at), await verified(at)];
    const line = verdict.changed[0]?.lines[0];
    expect([status, stdout]).toEqual([1, expect.stringContaining(`log.ndjson was changed in line ${line}`)]);
    expect(verdict.changed).toEqual([{ file: 'log.ndjson', missing: false, lines: [line] }]);
    const changed = readFileSync(join(at, FILES.log), 'utf8').split('\n')[(line ?? 0) - 1];
    expect(changed).toContain('2013-06');
    rmSync(join(at, FILES.keys));
    expect((await verified(at)).changed).toContainEqual({ file: FILES.keys, missing: true, lines: [] });
  });

  it('is different, cell by cell, where the sums were forged along with the log or the published cells', async () => {
    const log = copy(FILES.log, (text) =>
      text.replaceAll('"occurredOn":"2013-05"', '"occurredOn":"2014-12"'),
    );
    await forge(log, FILES.log);
    expect((await verified(log)).release).toMatchObject({ equal: false });
    const cells = copy(FILES.published, (text) => text.replace(/"n":(\d+)/, '"n":77$1'));
    await forge(cells, FILES.published);
    expect((await verified(cells)).release).toMatchObject({ equal: false, differing: 1 });
    expect(run(cells).stdout).toMatch(/published 77\d+, replayed/);
  });
});
