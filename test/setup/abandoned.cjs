const { execFileSync } = require('node:child_process');
const { readFileSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Folders of test servers; the number that follows is the process that started it. */
const PREFIX = 'lueckenlos-test-';

/** Removes the servers of test runs that were killed and could not clean up after themselves. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (owner > 0 && !signal(owner, 0)) {
      const folder = join(tmpdir(), name);
      signal(serverOf(folder), 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The server's process, if its note is still true: the number may belong to somebody else by now. */
function serverOf(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return commandLine(pid).includes(folder) ? pid : 0;
  } catch {
    return 0;
  }
}

function commandLine(pid) {
  return process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
}

/** Whether the process was there to receive the signal. */
function signal(pid, name) {
  try {
    return pid > 0 && process.kill(pid, name);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { PREFIX, sweep };
