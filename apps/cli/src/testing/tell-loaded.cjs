const { writeFileSync } = require('node:fs');

/** Writes down, when the process ends, which files it has loaded. */
process.on('exit', () => writeFileSync(process.env.LOADED_FILES, Object.keys(require.cache).join('\n')));
