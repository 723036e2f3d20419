import {
  cellsDigest,
  DEFAULT_PARAMETERS,
  makePerturbationTable,
  tableDigest,
  type PublishedCell,
} from '@lueckenlos/disclosure';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type CliResult } from '../testing/run-cli';

const folder = mkdtempSync(join(tmpdir(), 'attack-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AREAS = ['A', 'B', 'C', 'D', 'E'];
const CUBES = ['drop-offs:all', 'drop-offs:area@quarter'];
const present = { measure: 'scope', stage: '', value: 'present' } as const;

/** Attacks a release of five quarters, out of a folder. */
function attackOn(
  cells: readonly PublishedCell[],
  digest = tableDigest(makePerturbationTable(DEFAULT_PARAMETERS)),
): Promise<CliResult> {
  const table = { name: 'd5-v3-js2', digest, parameters: DEFAULT_PARAMETERS };
  const areas = AREAS.map((code) => ({ code, name: code, parent: null, kind: 'quarter' }));
  const files = {
    'release.json': JSON.stringify({ id: 'r', cubes: CUBES, table, digest: cellsDigest(cells) }),
    'definitions.json': JSON.stringify({ chain: { title: {}, versions: [] }, areas }),
    'cells.ndjson': cells.map((cell) => JSON.stringify(cell)).join('\n'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return runCli(['attack', '--from', folder, '--format', 'json']);
}

const quarter = (area: string): PublishedCell => ({
  cube: 'drop-offs:area@quarter',
  by: { area },
  ...present,
  n: 3,
});

describe('attack', () => {
  it('fails where a small count can be pinned down, and says which', async () => {
    // The town is missing, so it holds five at most; each quarter that shows something holds one at least.
    const { exitCode, stdout } = await attackOn(AREAS.map(quarter));
    const verdicts = JSON.parse(stdout) as { outsider: { pinned: { cell: { by: object } }[] } };
    expect(exitCode).toBe(1);
    expect(verdicts.outsider.pinned.map(({ cell }) => cell.by)).toEqual(AREAS.map((area) => ({ area })));
  });

  it('succeeds where every cell can be this or that', async () => {
    const town: PublishedCell = { cube: 'drop-offs:all', by: {}, ...present, n: 20 };
    const { exitCode, stdout } = await attackOn([town, ...AREAS.map(quarter)]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outsider: { pinned: [], known: 0, undecided: [] } });
  });

  it('shows how far it is by stage, and does not say whom it misled where true counts are not known', async () => {
    await attackOn([{ cube: 'drop-offs:all', by: {}, ...present, n: 20 }, ...AREAS.map(quarter)]);
    const { stdout, stderr } = await runCli(['attack', '--from', folder], {
      environment: { LANG: 'de_DE.UTF-8' },
    });
    expect(stderr).toContain('Angriff (Außenstehender): scope: 35 / 35 Zellen');
    expect(stdout).toMatch(/Außenstehender +35 .* 0 +–\n/);
  });

  it('refuses a release on a server and in a folder at once', async () => {
    const { exitCode } = await runCli(['attack', '--from', folder, '--release', 'r']);
    expect(exitCode).toBe(2);
  });

  it('refuses a release whose table it cannot make again', async () => {
    const { exitCode, stderr } = await attackOn([quarter('A')], '0'.repeat(64));
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('cannot be made again from its parameters'),
    ]);
  });

  it('refuses a folder that is no exported release', async () => {
    const { exitCode, stderr } = await runCli(['attack', '--from', join(folder, 'none')]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('release.json is missing or broken')]);
  });
});
