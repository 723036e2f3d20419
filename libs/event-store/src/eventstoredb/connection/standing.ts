import { kindOf, type ErrorKind } from '../client/error-kind';
import type { NodeFault } from './node-fault';

/** How the way to the log stands. */
export type Standing = { readonly isUp: true } | { readonly isUp: false; readonly fault: NodeFault };

export const UP: Standing = { isUp: true };

const FAULTS: Partial<Record<ErrorKind, NodeFault>> = {
  denied: 'event-store.access-denied',
  'not-leader': 'event-store.no-leader',
  busy: 'event-store.starting',
};

/** What an answer of the server says by itself; undefined where nothing was answered. */
export function faultInAnswer(error: unknown): NodeFault | undefined {
  return FAULTS[kindOf(error)];
}
