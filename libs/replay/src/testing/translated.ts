import { transformSync } from '@swc/core';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ModuleSource } from '../engine/bundle/pack-modules';

const LIBS = join(__dirname, '..', '..', '..');

/** The modules of the sources, translated as the build does: tests run without one. */
export const translated: ModuleSource = {
  resolve: (request, from) => {
    const [, library, door = ''] = /^@lueckenlos\/([a-z-]+)(\/[a-z]+)?$/.exec(request) ?? [];
    const path = library ? join(LIBS, library, 'src', door) : join(dirname(from), request);
    const candidates = [path, `${path}.ts`, join(path, 'index.ts')];
    return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? path;
  },
  read: (file) => {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) return `module.exports = ${text}`;
    const parser = { syntax: 'typescript' } as const;
    return transformSync(text, {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser },
    }).code;
  },
};
