import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import rules from '../../.dependency-cruiser.cjs';
import { SOUND, VIOLATIONS } from './violations';

const ROOT = join(__dirname, '../..');

interface Found {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What the checker says of a house with these files. */
function check(house: string): Promise<Found[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const parameters = [
    program,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'apps',
    'libs',
  ];
  return new Promise((resolve) => {
    // It ends with the number of violations as its exit code; the answer is in what it prints.
    execFile(process.execPath, parameters, { cwd: house, maxBuffer: 2 ** 26 }, (_error, printed) => {
      const { summary } = JSON.parse(printed) as { summary: { violations: Found[] } };
      resolve(summary.violations);
    });
  });
}

describe('the layer rules', () => {
  let house: string;
  let found: Found[];

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'lueckenlos-layers-'));
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
      await cp(join(ROOT, file), join(house, file));
    }
    await symlink(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    for (const { file, content } of [...SOUND, ...Object.values(VIOLATIONS).flat()]) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), content);
    }
    found = await check(house);
  }, 60_000);

  afterAll(() => rm(house, { recursive: true, force: true }));

  it('all say why they hold', () => {
    for (const { comment } of rules.forbidden) expect(comment.length).toBeGreaterThan(30);
  });

  it.each(rules.forbidden.map(({ name }) => name))('%s is noticed when it is broken', (name) => {
    const files = VIOLATIONS[name]?.map(({ file }) => file) ?? [];
    const culprits = found.filter(({ rule }) => rule.name === name).map(({ from }) => from);
    expect(files.filter((file) => culprits.includes(file))).not.toEqual([]);
  });
});
