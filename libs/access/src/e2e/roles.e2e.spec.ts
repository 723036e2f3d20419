import fc from 'fast-check';
import { Operation, operationsOf } from '../guard/operations';
import { Scope, SCOPES } from '../identity/scope';
import { addressOf, createTestIssuer, everyRoleWith, isAllowed, TestIssuer } from '../testing';
import { SampleController } from './sample.controller';
import { RunningApp, startApp } from './start-app';

describe('roles and operations', () => {
  let issuer: TestIssuer;
  let running: RunningApp;
  let operations: Operation[];

  beforeAll(async () => {
    issuer = await createTestIssuer();
    running = await startApp({ access: () => issuer.options, controllers: [SampleController] });
    operations = operationsOf(running.app);
  });
  afterAll(() => running.stop());

  /** Whether the guard let a request through; what the handler then says is another matter. */
  const passes = async (operation: Operation, token?: string): Promise<boolean> => {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    const answer = await fetch(running.url + addressOf(operation), { method: operation.method, headers });
    const text = await answer.text();
    return !/access\.(missing-scope|no-token|invalid-token|expired-token)/.test(text);
  };

  it('are all known, with what they need', () => {
    const known = operations.map(({ method, path, public: open, scopes }) => [method, path, open, scopes]);
    expect(known).toContainEqual(['GET', '/v1/me', false, []]);
    expect(known).toContainEqual(['GET', '/health/live', true, []]);
    expect(known).toContainEqual(['GET', '/v1/samples/inherited', false, ['operations']]);
    expect(known).toContainEqual(['GET', '/v1/samples/also/:id', false, ['figures:read', 'figures:exact']]);
    expect(known).toContainEqual([
      'POST',
      '/v1/samples/events/:id',
      false,
      ['events:write', 'events:backfill'],
    ]);
  });

  it('fit for every role: allowed if and only if its scopes suffice', async () => {
    for (const { role, operation, allowed } of everyRoleWith(operations)) {
      const passed = await passes(operation, await issuer.tokenFor(role.name));
      expect([role.name, operation.method, operation.path, passed]).toEqual([
        role.name,
        operation.method,
        operation.path,
        allowed,
      ]);
    }
  });

  it('fit for any set of scopes, whatever role a town may define', async () => {
    const scopes = fc.subarray<Scope>([...SCOPES]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations), scopes, async (operation, held) => {
        const token = await issuer.token({ clientId: 'town', scopes: held });
        expect(await passes(operation, token)).toBe(isAllowed(operation, held));
      }),
    );
  });

  it('are closed to everybody without a token, but for the public ones', async () => {
    for (const operation of operations) {
      expect([operation.path, await passes(operation)]).toEqual([operation.path, operation.public]);
    }
  });
});
