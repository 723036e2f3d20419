import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

/** The connection breaks: code 14. */
export function unavailable(): ServiceError {
  return failure(status.UNAVAILABLE, 'Connection dropped', new Metadata());
}

/** The server drops a subscriber that reads too slowly: code 10. */
export function tooSlow(): ServiceError {
  return failure(status.ABORTED, 'Operation timed out: consumer too slow', new Metadata());
}

/** Another node leads; here it is the same one, so that the next try succeeds. */
export function notLeader(port: number): ServiceError {
  const metadata = new Metadata();
  metadata.set('exception', 'not-leader');
  metadata.set('leader-endpoint-host', '127.0.0.1');
  metadata.set('leader-endpoint-port', String(port));
  return failure(status.NOT_FOUND, 'Leader info available', metadata);
}

/** The user may not, or the password is wrong: code 16. */
export function accessDenied(): ServiceError {
  return failure(status.UNAUTHENTICATED, 'Invalid credentials', new Metadata());
}

/** A position that the server has not given: code 2. */
export function invalidPosition(): ServiceError {
  return failure(status.UNKNOWN, 'Exception was thrown by handler: invalid position', new Metadata());
}

function failure(code: status, details: string, metadata: Metadata): ServiceError {
  return Object.assign(new Error(details), { name: 'ServiceError', code, details, metadata });
}
