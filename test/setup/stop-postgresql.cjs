const { rmSync } = require('node:fs');

/** Stops the PostgreSQL of the test run and removes its folder. */
module.exports = async function stopPostgresql() {
  const { server, folder } = globalThis.testPostgresql ?? {};
  if (server) {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
