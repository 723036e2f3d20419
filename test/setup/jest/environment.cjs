const { TestEnvironment } = require('jest-environment-node');

/** Under which symbols a test file's Jest keeps its tests, whom it tells of them, and `jest.setTimeout`. */
const OF_A_FILE = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'];

/**
 * Runs test files in the worker's own context, because packages that a worker loads once have to share their
 * `Error` and `Array` with all of them. Gives the process back as it was before the file.
 *
 * Jest's fake timers don't reach this context: pass the clock in.
 */
module.exports = class WorkerEnvironment extends TestEnvironment {
  global = globalThis;
  exit = process.exit;
  variables = { ...process.env };

  async teardown() {
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.variables);
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (OF_A_FILE.includes(symbol.description)) delete globalThis[symbol];
    }
    await super.teardown();
  }
};
