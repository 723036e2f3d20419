import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** How modules are found and read; both give what Node would run. */
export interface ModuleSource {
  readonly resolve: (request: string, from: string) => string;
  readonly read: (file: string) => string;
}

const BUILT: ModuleSource = {
  resolve: (request, from) => createRequire(from).resolve(request),
  read: (file) =>
    file.endsWith('.json') ? `module.exports = ${readFileSync(file, 'utf8')}` : readFileSync(file, 'utf8'),
};

const REQUIRE = /\brequire\("([^"]+)"\)/g;

/**
 * Packs a CommonJS module with all that it requires into one file that runs with Node alone: the very modules that run here, each
 * as a function. Modules of Node stay outside.
 */
export function packModules(entry: string, { resolve, read }: ModuleSource = BUILT): string {
  const modules = new Map<string, { readonly id: number; code: string }>();
  const add = (file: string): number => {
    const known = modules.get(file);
    if (known) return known.id;
    const module = { id: modules.size, code: '' };
    modules.set(file, module);
    module.code = read(file)
      .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')
      .replace(REQUIRE, (call, request: string) =>
        /^[./@]/.test(request) ? `require(${add(resolve(request, file))})` : call,
      );
    return module.id;
  };
  add(entry);
  const functions = [...modules.values()].map(
    ({ id, code }) => `${id}: function (module, exports, require) {\n${code}\n}`,
  );
  return `${LOADER}var modules = {\n${functions.join(',\n')}\n};\nload(0);\n`;
}

/** Requires by number. The first module finds itself to be the main one. */
const LOADER = `'use strict';
var loaded = {};
function load(id) {
  if (loaded[id]) return loaded[id].exports;
  var module = (loaded[id] = { exports: {} });
  var own = function (request) {
    return typeof request === 'number' ? load(request) : require(request);
  };
  own.main = loaded[0];
  modules[id](module, module.exports, own);
  return module.exports;
}
`;
