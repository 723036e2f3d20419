import '../problems/access.problems';
import { agencyOf, Identity, identityOf, rememberIdentity, requireScope } from './identity';

const reader: Identity = { clientId: 'c', role: 'coordinator', scopes: new Set(['figures:read']) };

describe('who is asking', () => {
  it('is known for the request it was verified for, and for no other', () => {
    const request = {};
    rememberIdentity(request, reader);
    expect(identityOf(request)).toBe(reader);
    expect(() => identityOf({})).toThrow('access.no-token');
  });

  it('may send only for the agency of the token', () => {
    expect(agencyOf({ ...reader, agency: 'school-office' })).toBe('school-office');
    expect(() => agencyOf(reader)).toThrow('access.no-agency');
  });

  it('may be asked for a scope that depends on the question', () => {
    expect(() => requireScope(reader, 'figures:read')).not.toThrow();
    expect(() => requireScope(reader, 'figures:exact')).toThrow(
      expect.objectContaining({
        status: 403,
        faults: [{ code: 'access.missing-scope', params: { scope: 'figures:exact' } }],
      }) as Error,
    );
  });
});
