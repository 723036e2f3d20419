import { runProcess, temporaryFolder, until, type TestProcess } from '@lueckenlos/platform/testing';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '../system/json';

jest.setTimeout(180_000);

const PROGRAM = join(__dirname, 'small-standalone.ts');

interface Client {
  clientId: string;
  clientSecret: string;
}

/** The standalone process in a data folder, asked over HTTP as its users do. */
class Standalone {
  private readonly process: TestProcess;

  constructor(private readonly folder: string) {
    this.process = runProcess(PROGRAM, {
      LUECKENLOS_DATA_DIR: folder,
      LUECKENLOS_PORT: '0',
      LUECKENLOS_LOG_LEVEL: 'warn',
    });
  }

  get lines(): readonly string[] {
    return this.process.lines;
  }

  ready(): Promise<string> {
    return this.process.said('Stop with Ctrl-C');
  }

  signalGroup(signal: NodeJS.Signals): void {
    this.process.signalGroup(signal);
  }

  ended(): Promise<number | NodeJS.Signals> {
    return this.process.ended();
  }

  async stop(): Promise<void> {
    try {
      this.process.signalGroup('SIGTERM');
    } catch {
      // It has ended already.
    }
    await this.process.ended();
  }

  /** A figure of the whole log, the release in it included. */
  async figure(): Promise<Figure> {
    const [{ head } = { head: '0' }] = await this.get<{ head: string }[]>('operator', '/v1/projections');
    return this.get<Figure>('statistics-unit', `${FIGURE}&minPosition=${head}`);
  }

  /** Answers as a demo client gets it, with a token from the built-in provider. */
  async get<T>(clientId: string, path: string): Promise<T> {
    return jsonOf<T>(await this.send(clientId, path));
  }

  /** Sends a body, if there is one. */
  async send(clientId: string, path: string, json?: object): Promise<Response> {
    const { issuer, clients } = this.credentials();
    const secret = clients.find((client) => client.clientId === clientId)?.clientSecret ?? '';
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    });
    const { access_token } = await jsonOf<{ access_token: string }>(
      await fetch(`${issuer}/token`, { method: 'POST', body }),
    );
    const init = json && { method: 'POST', body: JSON.stringify(json) };
    const headers = {
      authorization: `Bearer ${access_token}`,
      ...(json && { 'content-type': 'application/json' }),
    };
    return fetch(issuer.replace(/\/oidc$/, path), { ...init, headers });
  }

  credentials(): { issuer: string; clients: Client[] } {
    const file = join(this.folder, 'demo-credentials.json');
    return JSON.parse(readFileSync(file, 'utf8')) as { issuer: string; clients: Client[] };
  }
}

const FIGURE = '/v1/drop-offs?chain=krefeld&asOf=2026-10&by=birthYear';

interface Figure {
  position: string;
  rows: unknown[];
}

describe('the standalone process', () => {
  let folder: string;
  const started: Standalone[] = [];

  const start = (): Standalone => {
    const standalone = new Standalone(folder);
    started.push(standalone);
    return standalone;
  };

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    // Told to stop, it stops its database too; the test process must leave no server behind.
    for (const standalone of started.splice(0)) await standalone.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the table, stops on Ctrl-C with code 0, and serves the same figures at the next start', async () => {
    const first = start();
    await first.ready();
    const table = first.lines.join('\n');
    expect(table).toMatch(/School-entry examination +[\d,]+/);
    expect(table).toContain('protected release krefeld-');
    expect(table).toContain('parts don’t add up');
    expect(table).toContain('GET /v1/drop-offs?chain=krefeld&release=latest');
    expect(statSync(join(folder, 'demo-credentials.json')).mode & 0o777).toBe(0o600);
    const before = await first.figure();
    first.signalGroup('SIGINT');
    first.signalGroup('SIGTERM');
    expect(await first.ended()).toBe(0);

    const second = start();
    await second.ready();
    const after = await second.figure();
    expect(after).toMatchObject({ position: before.position, rows: before.rows });
    expect(before.rows.length).toBeGreaterThan(100);
    // Published once, and not again at the next start.
    const releases = await second.get<{ id: string }[]>('coordinator', '/v1/releases');
    expect(releases).toHaveLength(1);
    expect(second.lines.join('\n')).toContain(`protected release ${releases[0]?.id}`);
    // Whoever tries it out may publish as well.
    const own = { chain: 'krefeld', asOf: '2026-06', label: 'June' };
    expect((await second.send('statistics-unit', '/v1/releases', own)).status).toBe(201);
  });

  it('killed in the middle of the filling, goes on at the next start and fills nothing twice', async () => {
    const killed = start();
    await until(() => killed.lines.some((line) => line.startsWith('· Inventing')), { timeoutMs: 60_000 });
    const recorded = async (): Promise<boolean> =>
      Number((await killed.get<{ head: string }[]>('operator', '/v1/projections'))[0]?.head) > 1_000;
    await until(recorded, { timeoutMs: 60_000 });
    killed.signalGroup('SIGKILL');
    await killed.ended();

    const second = start();
    await second.ready();
    const jobs = await second.get<Record<string, number>[]>('data-migration', '/v1/imports');
    expect(jobs).toHaveLength(1);
    const [{ rows = 0, accepted = 0, duplicates = 0, rejected = 1 } = {}] = jobs;
    // The synthetic town delivers some records twice; everything else was stored once, by one of the two processes.
    expect(rows - accepted - duplicates - rejected).toBe(0);
    expect(rejected).toBe(0);
    const { position } = await second.figure();
    // Two editions of areas, two chains, and the first release.
    expect(Number(position) - accepted).toBe(5);
  });
});
