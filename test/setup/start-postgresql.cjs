const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { PREFIX, sweep } = require('./abandoned.cjs');

/** Starts one PostgreSQL for the whole test run, unless LUECKENLOS_TEST_POSTGRES names one already. */
module.exports = async function startPostgresql() {
  if (process.env.LUECKENLOS_TEST_POSTGRES) {
    return;
  }
  sweep();
  // Jest translates this import, as it does in the tests themselves.
  const { startEmbeddedPostgres } = require('../../libs/platform/src/postgres/embedded-postgres.ts');
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, { durable: false });
  process.env.LUECKENLOS_TEST_POSTGRES = server.url;
  globalThis.testPostgresql = { server, folder };
};
