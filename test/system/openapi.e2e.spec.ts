import { operationsOf } from '@lueckenlos/access';
import { createProgram } from '../../apps/cli/src/program';
import { until } from '@lueckenlos/platform/testing';
import { example } from '../chain-small/example';
import { Documented } from './documented';
import { jsonOf } from './json';
import { startSystem, type RunningSystem, type Sending } from './start-system';

jest.setTimeout(60_000);

const EVENT = { type: 'application/cloudevents+json' };
const BATCH = { type: 'application/cloudevents-batch+json' };
const NDJSON = { type: 'application/x-ndjson' };
const LINES = example.lines();

type Call = readonly [role: string, method: string, path: string, body?: unknown, sending?: Sending];

const FIGURE = 'chain=example&asOf=2026-06';

/** A walk through everything that the API offers, and what it refuses. */
const WALK: readonly Call[] = [
  ['statistics-unit', 'PUT', '/v1/areas/example', example.areas],
  ['statistics-unit', 'PUT', '/v1/areas/example', example.areas],
  ['statistics-unit', 'PUT', '/v1/chains/example', example.chain],
  ['statistics-unit', 'PUT', '/v1/chains/example', { title: {}, versions: [] }],
  ['coordinator', 'PUT', '/v1/chains/example', example.chain],
  ['statistics-unit', 'GET', '/v1/chains'],
  ['statistics-unit', 'GET', '/v1/chains/example'],
  ['statistics-unit', 'GET', '/v1/chains/none'],
  ['statistics-unit', 'GET', '/v1/areas'],
  ['statistics-unit', 'GET', '/v1/areas/example?on=2020-01'],
  ['data-migration', 'POST', '/v1/events', LINES[0], EVENT],
  ['data-migration', 'POST', '/v1/events', LINES[0], EVENT],
  ['data-migration', 'POST', '/v1/events', LINES[0]?.replace('2005-01"', '2005-02"'), EVENT],
  ['data-migration', 'POST', '/v1/events', '{', EVENT],
  ['data-migration', 'POST', '/v1/events', {}, EVENT],
  ['data-migration', 'POST', '/v1/events', LINES[0], { type: 'text/plain' }],
  ['data-migration', 'POST', '/v1/events?mode=each', `[${LINES.slice(0, 500).join(',')},{}]`, BATCH],
  ['data-migration', 'POST', '/v1/events?dryRun=true', `[${LINES.slice(500, 510).join(',')}]`, BATCH],
  ['data-migration', 'GET', '/v1/events?limit=5'],
  ['data-migration', 'GET', '/v1/events?limit=x'],
  ['data-migration', 'GET', '/v1/events/e5ce7b684'],
  ['data-migration', 'GET', '/v1/events/unknown'],
  ['data-migration', 'POST', '/v1/imports', `${LINES.slice(0, 1_000).join('\n')}\nbroken\n`, NDJSON],
  ['data-migration', 'GET', '/v1/imports'],
  ['data-migration', 'GET', '/v1/imports/unknown'],
  ['data-migration', 'GET', '/v1/me'],
  ['statistics-unit', 'GET', `/v1/drop-offs?${FIGURE}&by=birthYear,schoolYear,area,povertyRisk`],
  ['statistics-unit', 'GET', `/v1/drop-offs?${FIGURE}&format=csv`],
  ['statistics-unit', 'GET', `/v1/drop-offs?${FIGURE}&format=json-stat`],
  ['statistics-unit', 'GET', '/v1/drop-offs?chain=example'],
  ['coordinator', 'GET', `/v1/drop-offs?${FIGURE}`],
  ['coordinator', 'GET', '/v1/drop-offs?chain=example&release=latest'],
  ['statistics-unit', 'POST', '/v1/releases', { chain: 'example', asOf: '2026-06', label: 'June' }],
  ['statistics-unit', 'POST', '/v1/releases', { chain: 'example', asOf: '2026-06', label: 'Again' }],
  ['statistics-unit', 'POST', '/v1/releases', { chain: 'example', asOf: 'June' }],
  ['auditor', 'GET', '/v1/log?limit=3'],
  ['auditor', 'GET', '/v1/log?limit=0'],
  ['auditor', 'GET', '/v1/log?type=died&agency=lueckenlos'],
  ['auditor', 'GET', '/v1/log?type=none'],
  ['auditor', 'GET', '/v1/streams/chain-example'],
  ['auditor', 'GET', '/v1/streams/none'],
  ['coordinator', 'GET', '/v1/releases'],
  ['coordinator', 'GET', '/v1/releases/example-2026-06-1'],
  ['coordinator', 'GET', '/v1/releases/none'],
  ['coordinator', 'GET', '/v1/drop-offs?chain=example&release=latest'],
  ['coordinator', 'GET', '/v1/drop-offs?chain=example&release=latest&by=birthYear&birthYear=2010,2011'],
  ['coordinator', 'GET', '/v1/drop-offs?chain=example&release=latest&by=birthYear&format=json-stat'],
  ['coordinator', 'GET', '/v1/drop-offs?chain=example&release=latest&by=birthYear,area,povertyRisk'],
  ['coordinator', 'GET', '/v1/flows?chain=example&release=latest'],
  ['coordinator', 'GET', '/v1/releases/example-2026-06-1/cells'],
  ['coordinator', 'GET', '/v1/releases/none/cells'],
  ['coordinator', 'GET', '/v1/releases/example-2026-06-1/definitions'],
  ['coordinator', 'GET', '/v1/releases/none/definitions'],
  ['statistics-unit', 'GET', '/v1/releases/example-2026-06-1/sealed/drop-offs:all'],
  ['statistics-unit', 'GET', '/v1/releases/example-2026-06-1/sealed/none'],
  ['statistics-unit', 'POST', '/v1/releases/example-2026-06-1/withdrawal', { reason: 'An error' }],
  ['statistics-unit', 'POST', '/v1/releases/example-2026-06-1/withdrawal', { reason: 'Again' }],
  ['statistics-unit', 'GET', `/v1/flows?${FIGURE}&by=area`],
  ['statistics-unit', 'GET', `/v1/flows?${FIGURE}&format=json-stat`],
  ['statistics-unit', 'GET', `/v1/drop-offs?${FIGURE}&chainVersion=1&boundaries=today`],
  ['statistics-unit', 'GET', `/v1/changes?${FIGURE}&between=2,3&by=birthYear,area`],
  ['statistics-unit', 'GET', `/v1/changes?${FIGURE}&between=2,300&by=povertyRisk`],
  ['statistics-unit', 'GET', `/v1/changes?${FIGURE}&between=2,300&format=csv`],
  ['statistics-unit', 'GET', `/v1/changes?${FIGURE}&between=2,300&format=json-stat`],
  ['statistics-unit', 'GET', `/v1/changes?${FIGURE}&between=2,1`],
  ['coordinator', 'GET', `/v1/changes?${FIGURE}&between=1,2`],
  ['youth-office', 'PUT', '/v1/delivery-calendars/youth-office', { deliveries: [] }],
  ['coordinator', 'GET', '/v1/delivery-calendars/youth-office'],
  ['data-protection', 'GET', '/v1/access-log?limit=5&role=auditor'],
  ['data-protection', 'GET', '/v1/access-log?operation=read-log&format=csv'],
  ['data-protection', 'GET', '/v1/access-log?operation=read-log&format=ndjson'],
  ['data-protection', 'GET', '/v1/access-log?limit=x'],
  ['operator', 'GET', '/v1/projections'],
  ['operator', 'POST', '/v1/projections/drop-offs/rebuild'],
  ['operator', 'POST', '/v1/projections/drop-offs/parked/replay'],
  ['operator', 'POST', '/v1/projections/none/rebuild'],
  ['operator', 'DELETE', '/v1/projections/drop-offs/versions/99'],
];

/** Commands that ask one endpoint of their name; exact figures only, so that they take no `release`. */
const COMMANDS = [
  'drop-offs',
  'changes',
  'curves',
  'occupation',
  'comparisons',
  'forecast',
  'deliveries',
  'data-quality',
  'reporting-delays',
];
const OF_THE_TERMINAL = new Set([
  ...['url', 'issuer', 'client', 'credentials', 'clientId', 'clientSecret'],
  ...['purpose', 'lang'],
]);
const program = createProgram({
  ...{ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, environment: {} },
  ...{ clock: () => new Date(), language: 'en', outcome: { exitCode: 0 } },
});

describe('the OpenAPI document', () => {
  let system: RunningSystem;
  let documented: Documented;

  beforeAll(async () => {
    system = await startSystem();
    documented = new Documented(system.document);
  });
  afterAll(() => system.stop());

  it('names every operation that needs a token, and no others', () => {
    const served = operationsOf(system.app)
      .filter((operation) => !operation.public)
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(system.document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(served.sort());
  });

  it('describes every answer of a walk through the API, the refusals included', async () => {
    const faults: string[] = [];
    for (const [role, method, path, body, sending] of WALK) {
      const answer = await system.send(role, method, path, body, sending);
      faults.push(...(await documented.faultsOf(method, path, answer)));
    }
    expect(faults).toEqual([]);
  });

  it('knows every type of event that the walk has left in the log', async () => {
    const log = await (await system.send('auditor', 'GET', '/v1/log')).text();
    const types = new Set(
      log
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    );
    for (const own of ['release-withdrawn', 'delivery-calendar-defined'])
      expect(types).toContain(`lueckenlos.${own}.v1`);
    const asked = await system.send('auditor', 'GET', `/v1/log?limit=1&type=${[...types].join(',')}`);
    expect(asked.status).toBe(200);
  });

  it('describes an import and its rejections once it is done', async () => {
    const [job] = await jsonOf<{ id: string }[]>(await system.send('data-migration', 'GET', '/v1/imports'));
    const path = `/v1/imports/${job?.id}`;
    await until(async () => {
      const view = await jsonOf<{ state: string }>(await system.send('data-migration', 'GET', path));
      return view.state === 'completed';
    });
    for (const address of [path, `${path}/rejections`]) {
      expect(
        await documented.faultsOf('GET', address, await system.send('data-migration', 'GET', address)),
      ).toEqual([]);
    }
    expect(
      await documented.faultsOf('DELETE', path, await system.send('data-migration', 'DELETE', path)),
    ).toEqual([]);
  });

  it.each(COMMANDS)('names just the parameters that the command %s offers', (name) => {
    const offered = program.commands
      .find((command) => command.name() === name)
      ?.options.map((option) => option.attributeName())
      .filter((option) => !OF_THE_TERMINAL.has(option));
    const { parameters = [] } = system.document.paths[`/v1/${name}`]?.get ?? {};
    const taken = parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one.name] : []));
    expect(offered?.sort()).toEqual(taken.filter((one) => one !== 'release').sort());
  });

  it('is served, as a page too, without a token', async () => {
    expect(await jsonOf(await fetch(`${system.url}/openapi.json`))).toMatchObject({
      openapi: expect.any(String) as string,
    });
    expect((await fetch(`${system.url}/docs`)).headers.get('content-type')).toContain('text/html');
  });
});
