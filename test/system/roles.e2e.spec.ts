import { operationsOf, SCOPES, type Operation, type Scope } from '@lueckenlos/access';
import { addressOf, createTestIssuer, everyRoleWith, isAllowed } from '@lueckenlos/access/testing';
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
  });
  afterAll(() => system.stop());

  /** Whether the guard lets a request through; what the handler then says is another matter. */
  const passes = async (operation: Operation, token?: string): Promise<boolean> => {
    // A file of another kind is refused before anybody asks who sends it.
    const headers: Record<string, string> =
      operation.path === '/v1/imports' ? { 'content-type': 'text/csv' } : {};
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    const answer = await fetch(system.url + addressOf(operation), { method: operation.method, headers });
    expect(answer.status).toBeLessThan(500);
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
});
