export { addressOf, everyRoleWith, isAllowed, type RoleCase } from './role-matrix';
export { createTestIssuer, type TestIssuer, type TestToken } from './test-issuer';
