const { createRequire, isBuiltin } = require('node:module');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** What this worker has compiled, by file name: each test file evaluates our modules anew, from the same code. */
const compiled = new Map();

function compile(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) {
    return known.script;
  }
  const script = new Script(`(function (${parameters.join(', ')}) {${source}\n})`, { filename });
  compiled.set(filename, { source, script });
  return script;
}

/** Whether Node finds it in node_modules. */
function isPackage(name) {
  return /^(?!@lueckenlos\/)[@a-z]/.test(name) && !isBuiltin(name);
}

/**
 * Jest's runtime, except that packages are loaded by Node itself, as in production, and once in a worker instead
 * of once in each test file.
 */
module.exports.default = class WorkerRuntime extends Runtime {
  constructor(...environment) {
    super(...environment);
    const { injectedModuleParameters } = this.executor;
    this.executor.compile = (source, filename) =>
      compile(source, filename, injectedModuleParameters).runInThisContext();
  }

  requireModuleOrMock(from, name) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
};
// The door that Jest takes to a runtime.
module.exports.__esModule = true;
