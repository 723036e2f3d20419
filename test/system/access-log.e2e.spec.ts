import { operationsOf, SCOPES, type Operation } from '@lueckenlos/access';
import { addressOf, createTestIssuer } from '@lueckenlos/access/testing';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(60_000);

/** What reads no figure, record, definition or log: who one is oneself, and how far read models are. */
const NOT_LOGGED = ['GET /v1/me', 'GET /v1/projections'];

/** What a route takes that does not take JSON. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'POST /v1/events': 'application/cloudevents+json',
  'POST /v1/imports': 'application/x-ndjson',
};

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

describe('the access log of the whole system', () => {
  let system: RunningSystem;
  let token: string;

  beforeAll(async () => {
    const issuer = await createTestIssuer();
    system = await startSystem({}, issuer);
    token = await issuer.token({ clientId: 'everybody', scopes: SCOPES, agency: 'youth-office' });
  });
  afterAll(() => system.stop());

  const guarded = (): Operation[] => operationsOf(system.app).filter((operation) => !operation.public);

  const call = async (operation: Operation): Promise<void> => {
    const type = MEDIA_TYPES[nameOf(operation)] ?? 'application/json';
    const withBody = /^P/.test(operation.method);
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (withBody) headers['content-type'] = type;
    const init = { method: operation.method, headers, ...(withBody ? { body: '{}' } : {}) };
    const answer = await fetch(system.url + addressOf(operation), init);
    await answer.arrayBuffer();
  };

  const operationsLogged = async (): Promise<string[]> => {
    const { rows } = await system.pool.query<{ operation: string }>(
      `SELECT operation FROM access.access_log WHERE client_id = 'everybody' ORDER BY id`,
    );
    return rows.map(({ operation }) => operation);
  };

  it('is asked for by every route that reads or writes anything but one’s own name', () => {
    const unlogged = guarded().filter(({ logged }) => logged === undefined);
    expect(unlogged.map(nameOf).sort()).toEqual(NOT_LOGGED);
  });

  it('has one entry for each call of each of these routes, whatever it ends with', async () => {
    for (const operation of guarded()) {
      const before = await operationsLogged();
      await call(operation);
      const added = (await operationsLogged()).slice(before.length);
      expect([nameOf(operation), added]).toEqual([
        nameOf(operation),
        operation.logged === undefined ? [] : [operation.logged],
      ]);
    }
  });

  it('calls no two routes by the same name, so that each can be asked for', () => {
    const names = guarded().flatMap(({ logged }) => logged ?? []);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  });
});
