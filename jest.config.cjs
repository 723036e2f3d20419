const shared = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/setup/jest/environment.cjs',
  runtime: '<rootDir>/test/setup/jest/runtime.cjs',
  // Built applications bring a copy of package.json.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@lueckenlos/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@lueckenlos/([a-z-]+)/(config|counting|engine|testing)$': '<rootDir>/libs/$1/src/$2/index.ts',
  },
};

/** On a real node, where EVENTSTORE_URL names one: the kit, and the worked example through the whole system. */
const onEventStoreDb = {
  ...shared,
  displayName: 'eventstoredb',
  testMatch: [
    '<rootDir>/libs/event-store/**/*.eventstoredb.spec.ts',
    '<rootDir>/test/chain-small/whole-system.e2e.spec.ts',
  ],
  globalSetup: '<rootDir>/test/setup/start-postgresql.cjs',
  globalTeardown: '<rootDir>/test/setup/stop-postgresql.cjs',
};

/** Long, and only on request: npm run test:soak. */
const soak = {
  ...shared,
  displayName: 'soak',
  testMatch: ['<rootDir>/{apps,libs,test}/**/!(*.eventstoredb).soak.spec.ts'],
  globalSetup: '<rootDir>/test/setup/start-postgresql.cjs',
  globalTeardown: '<rootDir>/test/setup/stop-postgresql.cjs',
};

/** A cluster that loses its leaders: npm run test:soak:eventstoredb. */
const soakOnEventStoreDb = {
  ...soak,
  displayName: 'soak-eventstoredb',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.eventstoredb.soak.spec.ts'],
};

module.exports = {
  // A process that has run a hundred suites spends its time on collecting what they left: it is replaced by a fresh one.
  workerIdleMemoryLimit: '1GB',
  maxWorkers: '100%',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,test}/**/*.unit.spec.ts'] },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.{int,e2e}.spec.ts'],
      globalSetup: '<rootDir>/test/setup/start-postgresql.cjs',
      globalTeardown: '<rootDir>/test/setup/stop-postgresql.cjs',
    },
    soak,
    ...(process.env.EVENTSTORE_URL ? [onEventStoreDb, soakOnEventStoreDb] : []),
  ],
};
