import { operationsOf, SCOPES, type Operation, type Scope } from '@lueckenlos/access';
import { addressOf, createTestIssuer, everyRoleWith, isAllowed } from '@lueckenlos/access/testing';
import { until } from '@lueckenlos/platform/testing';
import fc from 'fast-check';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(120_000);

const REFUSED_BY_THE_GUARD = /"code":"access\.(missing-scope|no-token|invalid-token|expired-token)"/;

describe('roles and operations of the whole system', () => {
  let system: RunningSystem;
  let issuer: Awaited<ReturnType<typeof createTestIssuer>>;
  let operations: Operation[];

  beforeAll(async () => {
    issuer = await createTestIssuer();
    system = await startSystem({}, issuer);
    operations = operationsOf(system.app);
    const bearer = await issuer.bearer('statistics-unit');
    for (const path of ['/v1/data-quality', '/v1/drop-offs?chain=none&asOf=2026-01']) {
      const isThere = async () => (await fetch(system.url + path, { headers: bearer })).status !== 503;
      await until(isThere, { what: 'the read models' });
    }
  });
  afterAll(() => system.stop());

  /** Whether the guard lets a request through; what the handler then says is another matter. */
  const passes = async (operation: Operation, token?: string): Promise<boolean> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(system.url + addressOf(operation), { method: operation.method, headers });
    expect([operation.path, answer.status < 500]).toEqual([operation.path, true]);
    return !REFUSED_BY_THE_GUARD.test(await answer.text());
  };

  it('every role may do what its scopes allow, and nothing else', async () => {
    const surprises: string[] = [];
    for (const { role, operation, allowed } of everyRoleWith(operations)) {
      const passed = await passes(operation, await issuer.tokenFor(role.name));
      if (passed !== allowed) surprises.push(`${role.name} ${operation.method} ${operation.path}: ${passed}`);
    }
    expect(surprises).toEqual([]);
  });

  it('any set of scopes opens exactly the operations that it suffices for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        fc.subarray<Scope>([...SCOPES]),
        async (operation, scopes) => {
          const token = await issuer.token({ clientId: 'town', scopes });
          expect(await passes(operation, token)).toBe(isAllowed(operation, scopes));
        },
      ),
    );
  });

  it('nothing but health, metrics and the documentation is open without a token', async () => {
    const open: string[] = [];
    for (const operation of operations) if (await passes(operation)) open.push(operation.path);
    expect(open.sort()).toEqual(['/health/live', '/health/ready', '/metrics']);
  });

  it.each(['application/json', 'application/cloudevents+json', 'text/xml'])(
    'who may not come in is told so before a body is looked at, be it broken or of a wrong kind: %s',
    async (type) => {
      const withBody = operations.filter((operation) => /^P/.test(operation.method) && !operation.public);
      const token = await issuer.token({ clientId: 'town', scopes: [] });
      for (const operation of withBody) {
        const statuses = await Promise.all(
          [[], [['authorization', `Bearer ${token}`]] as const].map(async (credentials) => {
            const headers = Object.fromEntries([['content-type', type], ...credentials]);
            const init = { method: operation.method, headers, body: '{"broken":' };
            return (await fetch(system.url + addressOf(operation), init)).status;
          }),
        );
        expect([operation.path, ...statuses]).toEqual([operation.path, 401, 403]);
      }
    },
  );
});
