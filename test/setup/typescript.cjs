const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

/**
 * Lets plain Node run our TypeScript, for tests that start, signal and kill a process of their own:
 * `node -r ./test/setup/typescript.cjs some.ts`.
 */
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  module._compile(code, filename);
};

const libs = join(__dirname, '..', '..', 'libs');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...others) {
  const [, library, door] = /^@lueckenlos\/([a-z-]+)(\/[a-z]+)?$/.exec(request) ?? [];
  const path = library ? join(libs, library, 'src', door ?? '', 'index.ts') : request;
  return resolve.call(this, path, ...others);
};
