/* Lets a plain Node process load our TypeScript, for processes that a test starts in order to kill them. */
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const libraries = join(__dirname, '../../../..');
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
};

Module._extensions['.ts'] = (module, filename) => {
  const options = { filename, swcrc: false, configFile: false, module: { type: 'commonjs' }, jsc };
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const library = /^@lueckenlos\/([a-z-]+)$/.exec(request)?.[1];
  return resolve.call(Module, library ? join(libraries, library, 'src/index.ts') : request, ...rest);
};
