/** A file that breaks a rule, by the place it would lie in. */
export interface Violation {
  readonly file: string;
  readonly content: string;
}

const importing = (what: string): string => `import * as it from '${what}';\nexport const held = it;\n`;

/** For each library one that neither it nor its tests may import. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  chain: 'statistics',
  statistics: 'chain',
  disclosure: 'platform',
  krefeld: 'platform',
  platform: 'access',
  access: 'chain',
  'event-store': 'chain',
  recording: 'projections',
  projections: 'recording',
  figures: 'recording',
  releases: 'recording',
  replay: 'recording',
  terminal: 'platform',
  service: 'recording',
  demo: 'statistics',
};

/** Files that break nothing: what the violations import. */
export const SOUND: readonly Violation[] = Object.keys(FORBIDDEN).map((library) => ({
  file: `libs/${library}/src/index.ts`,
  content: `export * from './inside';\n`,
}));

/** For each rule of the layers the files that break it. A rule that is not here fails the test. */
export const VIOLATIONS: Readonly<Record<string, readonly Violation[]>> = {
  ...Object.fromEntries(Object.entries(FORBIDDEN).flatMap(([library, other]) => strangers(library, other))),
  'no-unlisted-library': [{ file: 'libs/unlisted/src/index.ts', content: importing('../../chain/src') }],
  'only-through-the-door-of-a-library': [
    { file: 'libs/figures/src/past-the-door.ts', content: importing('../../chain/src/inside') },
  ],
  'only-through-the-door-from-outside': [
    { file: 'apps/one/src/past-the-door.ts', content: importing('../../../libs/chain/src/inside') },
  ],
  'test-code-stays-in-tests': [
    { file: 'libs/access/src/testing/index.ts', content: 'export const forged = 1;\n' },
    { file: 'libs/access/src/forging.ts', content: importing('./testing') },
  ],
  'nobody-imports-a-spec': [
    { file: 'libs/chain/src/month.unit.spec.ts', content: 'export const cases = 1;\n' },
    { file: 'libs/chain/src/other.unit.spec.ts', content: importing('./month.unit.spec') },
  ],
  'pure-libraries-import-no-package': [
    { file: 'libs/chain/src/file.ts', content: importing('node:fs') },
    { file: 'libs/statistics/src/package.ts', content: importing('ajv') },
  ],
  'domain-tests-load-no-framework': [
    { file: 'libs/chain/src/nest.unit.spec.ts', content: importing('@nestjs/common') },
  ],
  'a-replay-counts-from-the-log-alone': [
    { file: 'libs/replay/src/engine/asking.ts', content: importing('../../../figures/src') },
  ],
  'libraries-know-no-application': [
    { file: 'libs/service/src/main.ts', content: importing('../../../apps/one/src/main') },
  ],
  'applications-know-no-other': [
    { file: 'apps/one/src/main.ts', content: 'export const one = 1;\n' },
    { file: 'apps/two/src/main.ts', content: importing('../../one/src/main') },
  ],
  'no-cycles': [
    { file: 'libs/chain/src/a.ts', content: importing('./b') },
    { file: 'libs/chain/src/b.ts', content: importing('./a') },
  ],
  'no-orphans': [{ file: 'libs/chain/src/forgotten.ts', content: 'export const forgotten = 1;\n' }],
  'no-production-code-for-tests-only': [
    { file: 'libs/chain/src/dead.ts', content: 'export const dead = 1;\n' },
    { file: 'libs/chain/src/dead.unit.spec.ts', content: importing('./dead') },
  ],
  'nothing-unresolved': [{ file: 'libs/chain/src/lost.ts', content: importing('./nowhere') }],
  'packages-are-declared': [{ file: 'libs/platform/src/undeclared.ts', content: importing('semver') }],
  'no-development-package-in-production': [
    { file: 'libs/platform/src/development.ts', content: importing('fast-check') },
  ],
};

function strangers(library: string, other: string): [rule: string, files: Violation[]][] {
  const content = importing(`../../${other}/src`);
  return [
    [`${library}-imports-only-its-own`, [{ file: `libs/${library}/src/inside.ts`, content }]],
    [`${library}-tests-import-only-its-own`, [{ file: `libs/${library}/src/inside.unit.spec.ts`, content }]],
  ];
}
