export { createTestIssuer, type TestIssuer, type TestToken } from './test-issuer';
