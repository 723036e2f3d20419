import fc from 'fast-check';
import { Scope, SCOPES } from '../identity/scope';
import { missingScopes } from './requirement';

const scopes = fc.subarray<Scope>([...SCOPES]);
const someScopes = fc.subarray<Scope>([...SCOPES], { minLength: 1 });

describe('what a route asks for', () => {
  it('is nothing where the route is public', () => {
    fc.assert(fc.property(scopes, (held) => missingScopes({ kind: 'public' }, new Set(held)).length === 0));
  });

  it('is every one of its scopes', () => {
    expect(
      missingScopes({ kind: 'allOf', scopes: ['figures:read', 'log:read'] }, new Set(['log:read'])),
    ).toEqual(['figures:read']);
  });

  it('is any one of its scopes where one is enough', () => {
    const either = { kind: 'anyOf', scopes: ['figures:read', 'figures:exact'] } as const;
    expect(missingScopes(either, new Set(['figures:exact']))).toEqual([]);
    expect(missingScopes(either, new Set(['operations']))).toEqual(['figures:read', 'figures:exact']);
  });

  it('is never met by holding fewer scopes than before', () => {
    fc.assert(
      fc.property(someScopes, scopes, fc.constantFrom('allOf', 'anyOf'), (needed, held, kind) => {
        const missing = missingScopes({ kind, scopes: needed }, new Set(held));
        const missingOfFewer = missingScopes({ kind, scopes: needed }, new Set(held.slice(1)));
        expect(missingOfFewer.length).toBeGreaterThanOrEqual(missing.length);
      }),
    );
  });
});
