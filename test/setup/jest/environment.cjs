const { TestEnvironment } = require('jest-environment-node');

/**
 * Runs test files in the worker's own context, because packages that a worker loads once have to share their
 * `Error` and `Array` with all of them. Gives back what a file may have changed of the process.
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
    await super.teardown();
  }
};
