/** The layer rules of the house, as a tool checks them: `npm run layers`. docs/explanation/architecture.md tells the rest. */

const TEST_CODE = '(\\.spec\\.ts$|/testing/|/e2e/|^test/)';
/** Some have a second one, without Nest and the database: for the command line, and for replays. */
const SECOND_DOOR = '(platform/src/config|figures/src/counting|replay/src/engine)/index';
const DOOR = `^libs/([^/]+/src/(index|testing/index)|${SECOND_DOOR})\\.ts$`;
const PURE = '^libs/(chain|statistics|krefeld)/';
const FRAMEWORKS = 'node_modules/(@nestjs|typeorm|pg|fastify|rxjs|class-validator|class-transformer|pino)/';

/** Which libraries a library may import, and why no others. */
const ROOMS = {
  chain: {
    may: [],
    why: 'The meaning of the figures must be readable, testable and replayable without anything else.',
  },
  statistics: {
    may: [],
    why: 'An estimator depends on counts alone; then R can be its reference and nothing here can bend it.',
  },
  disclosure: {
    may: ['chain', 'statistics'],
    why: 'What may be published must be provable from counts, keys and a table alone, by an auditor as well as at a release.',
  },
  krefeld: {
    may: ['chain'],
    why: 'Shipped definitions and synthetic children are data in the terms of the chain: no I/O, no clock, same bytes everywhere.',
  },
  platform: {
    may: [],
    why: 'Everybody stands on it; if it imported one of them, every change there would reach everybody.',
  },
  access: {
    may: ['platform'],
    why: 'Who may do what must not depend on what is done: a guard that knew recording or figures could not guard the next library.',
  },
  'event-store': {
    may: ['platform'],
    why: 'The log keeps events whatever they mean. It outlives every chain, and other engines must be able to take its place.',
  },
  recording: {
    may: ['chain', 'event-store', 'access', 'platform'],
    why: 'The write side hands over through the position in the log and nothing else, so it must not know projections or figures.',
  },
  projections: {
    may: ['chain', 'event-store', 'access', 'platform'],
    why: 'A read model is a fold of the log: it asks neither recording nor figures. Access only, because the operator’s endpoints are guarded.',
  },
  figures: {
    may: ['chain', 'statistics', 'disclosure', 'access', 'platform'],
    // Tests of figures feed the read models as they are fed: out of a log, by the projector.
    testsMay: ['event-store', 'projections', 'krefeld'],
    why: 'The read side reads read models in SQL. Without the event store it cannot fall back to reading the log, so a query’s cost stays that of the cube.',
  },
  releases: {
    may: ['chain', 'disclosure', 'event-store', 'figures', 'access', 'platform'],
    testsMay: ['projections', 'krefeld', 'statistics'],
    why: 'What is published is counted from the read models, protected, and told to the log. Figures know releases by an interface only: without them they answer all the same.',
  },
  replay: {
    may: ['chain', 'statistics', 'disclosure', 'figures', 'releases', 'event-store', 'access', 'platform'],
    testsMay: ['krefeld', 'projections'],
    why: 'An auditor trusts nobody: what is counted here comes from the log alone (a rule of its own below). Live figures and releases are asked for afterwards, to compare.',
  },
  terminal: {
    may: ['chain', 'statistics'],
    why: 'Tables and progress for people at a terminal, from plain values: the CLI that asks over HTTP must not load Nest or a database for it.',
  },
  service: {
    may: ['platform', 'access', 'event-store'],
    why: 'Starts any process out of the modules it is given; if it knew the features, every process would load all of them.',
  },
  demo: {
    may: [
      'krefeld',
      'chain',
      'event-store',
      'recording',
      'figures',
      'projections',
      'releases',
      'platform',
      'access',
      'service',
      'terminal',
    ],
    why: 'Fills a store as an agency would and shows a table as a coordinator would: through the doors of others. Nobody imports it, so production cannot depend on invented children.',
  },
};

const rooms = Object.entries(ROOMS).flatMap(([library, { may, testsMay = [], why }]) => {
  const allowed = (names) => names.map((name) => `^libs/${name}/`);
  const own = [library, ...may];
  return [
    {
      name: `${library}-imports-only-its-own`,
      severity: 'error',
      comment: why,
      from: { path: `^libs/${library}/`, pathNot: TEST_CODE },
      to: { path: '^libs/', pathNot: allowed(own) },
    },
    {
      name: `${library}-tests-import-only-its-own`,
      severity: 'error',
      comment: why,
      from: { path: `^libs/${library}/.*${TEST_CODE}` },
      to: { path: '^libs/', pathNot: allowed([...own, ...testsMay]) },
    },
  ];
});

const forbidden = [
  ...rooms,
  {
    name: 'no-unlisted-library',
    severity: 'error',
    comment:
      'A library without a room above would be free of all rules; its author has to say first what it may import.',
    from: { path: '^libs/', pathNot: Object.keys(ROOMS).map((library) => `^libs/${library}/`) },
    to: {},
  },
  {
    name: 'only-through-the-door-of-a-library',
    severity: 'error',
    comment:
      'What is not in index.ts may change without asking anybody; an import past the door takes that freedom away.',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/', pathNot: ['^libs/$1/', DOOR] },
  },
  {
    name: 'only-through-the-door-from-outside',
    severity: 'error',
    comment:
      'Applications and end-to-end tests see a library as any user does; else they would hold its insides fast. Only the start of the test database takes a single file: the whole platform would load Nest before any test.',
    from: { path: '^(apps|test)/', pathNot: '^test/setup/' },
    to: { path: '^libs/', pathNot: DOOR },
  },
  {
    name: 'test-code-stays-in-tests',
    severity: 'error',
    comment: 'Builders, forged tokens and fakes must never run in production, nor load their packages there.',
    from: { pathNot: TEST_CODE },
    to: { path: '^libs/.*/testing/' },
  },
  {
    name: 'nobody-imports-a-spec',
    severity: 'error',
    comment:
      'A spec that is imported runs twice and fails in two places; what is shared belongs into testing/.',
    from: {},
    to: { path: '\\.spec\\.ts$' },
  },
  {
    name: 'pure-libraries-import-no-package',
    severity: 'error',
    comment:
      'Chain, statistics and krefeld are functions of their arguments: no package, no file, no clock, no chance from outside. That is what makes a replay give the same digits.',
    from: { path: PURE, pathNot: TEST_CODE },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    },
  },
  {
    name: 'domain-tests-load-no-framework',
    severity: 'error',
    comment:
      'A domain test that needs Nest or a database tests something else, and costs a second instead of a tenth.',
    from: { path: PURE },
    to: { path: FRAMEWORKS },
  },
  {
    name: 'a-replay-counts-from-the-log-alone',
    severity: 'error',
    comment:
      'The engine runs at an auditor’s, with Node alone: of figures it takes how children are counted, and neither Nest nor a table of ours.',
    from: { path: '^libs/replay/src/engine/', pathNot: TEST_CODE },
    to: {
      path: '^libs/|node_modules/',
      pathNot: [
        '^libs/replay/src/engine/',
        '^libs/(chain|statistics|disclosure)/',
        '^libs/figures/src/counting/',
        'node_modules/@types/',
      ],
    },
  },
  {
    name: 'libraries-know-no-application',
    severity: 'error',
    comment: 'Applications compose modules and hold no logic; what a library needs has to live in a library.',
    from: { path: '^libs/' },
    to: { path: '^(apps|test)/' },
  },
  {
    name: 'applications-know-no-other',
    severity: 'error',
    comment: 'Each application is one process; what two of them share belongs into a library.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^(apps|test)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment:
      'Files in a circle can only be understood, tested and loaded together, and in CommonJS one of them sees the other half-made.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment:
      'A file that nobody imports and that imports nothing is forgotten code, or a test that never runs.',
    from: { orphan: true, pathNot: ['\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'no-production-code-for-tests-only',
    severity: 'error',
    comment: 'A file that no door leads to is dead, however well it is tested.',
    from: { path: DOOR },
    to: { path: '^libs/[^/]+/src/', pathNot: [TEST_CODE, DOOR], reachable: false },
  },
  {
    name: 'nothing-unresolved',
    severity: 'error',
    comment: 'An import that the compiler maps and Node does not find fails at the first user’s start.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'packages-are-declared',
    severity: 'error',
    comment:
      'A package that is there only because another one needs it goes, or changes, when that one does.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-development-package-in-production',
    severity: 'error',
    comment: 'An installation leaves development packages out: what runs must not need them.',
    from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

module.exports = {
  forbidden,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are knowledge too: an import of a type binds as fast as one of a function.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
