import { existsSync, readFileSync, rmSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { runProcess, temporaryFolder, until, type TestProcess } from '../testing';

jest.setTimeout(60_000);

const server = join(__dirname, '..', 'testing', 'fixtures', 'server.ts');

describe('a process with its embedded database', () => {
  let dataDir: string;
  const processes: TestProcess[] = [];

  beforeAll(() => {
    dataDir = temporaryFolder();
  });
  afterAll(async () => {
    for (const one of processes) {
      await one.kill();
    }
    if (existsSync(note())) {
      process.kill(databasePid(), 'SIGQUIT');
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    const child = runProcess(server, {
      LUECKENLOS_DATA_DIR: dataDir,
      LUECKENLOS_PORT: '0',
      DATABASE_URL: '',
    });
    processes.push(child);
    return { child, url: await child.said('LISTENING') };
  };
  /** The server's note of itself, which it removes as the last thing in an orderly stop. */
  const note = () => join(dataDir, 'postgres', 'postmaster.pid');
  const databasePid = () => Number(readFileSync(note(), 'utf8').split('\n')[0]);
  const notes = async (url: string) => (await (await fetch(`${url}/notes`)).json()) as string[];

  it('finishes what it received before a Ctrl-C that reaches the whole process group, and ends with code 0', async () => {
    const { child, url } = await start();
    const upload = startUpload(`${url}/notes`);
    upload.sent.write('begun before the signal, ');
    await child.said('RECEIVING');
    child.signalGroup('SIGINT');
    child.signalGroup('SIGTERM');
    child.signalGroup('SIGINT');
    await until(() => refusesConnections(url), { what: 'the server to refuse connections' });
    upload.sent.end('finished after it');
    expect(await upload.status).toBe(200);
    expect(await child.ended()).toBe(0);
    expect(existsSync(note())).toBe(false);
  });

  it('finds everything again, and takes over the database of a process that was killed', async () => {
    const first = await start();
    const database = databasePid();
    expect(await notes(first.url)).toEqual(['begun before the signal, finished after it']);
    first.child.signalGroup('SIGKILL');
    expect(await first.child.ended()).toBe('SIGKILL');
    expect(existsSync(note())).toBe(true);
    const second = await start();
    expect(databasePid()).toBe(database);
    expect(await notes(second.url)).toHaveLength(1);
    second.child.signalGroup('SIGTERM');
    expect(await second.child.ended()).toBe(0);
    expect(existsSync(note())).toBe(false);
  });

  it('stops the database that it was just about to start', async () => {
    const child = runProcess(server, {
      LUECKENLOS_DATA_DIR: dataDir,
      LUECKENLOS_PORT: '0',
      DATABASE_URL: '',
    });
    processes.push(child);
    await until(databasePid, { what: 'the database to start' });
    child.signalGroup('SIGTERM');
    expect(await child.ended()).toBe(0);
    expect(existsSync(note())).toBe(false);
  });
});

function startUpload(url: string): { sent: ClientRequest; status: Promise<number | undefined> } {
  const sent = request(url, { method: 'POST', headers: { 'content-type': 'text/csv' } });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });
  return { sent, status };
}

function refusesConnections(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true));
    socket.on('connect', () => socket.destroy());
  });
}
