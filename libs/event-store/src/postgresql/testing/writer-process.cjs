/* A process that appends until it is killed: node writer-process.cjs <url> <seed>. */
require('./typescript.cjs');
require('./writer-process.ts');
