import type { Fault } from '@lueckenlos/platform';
import type { Candidate } from './candidate';
import type { KnownRecord } from './known-record';

/** What is to become of a candidate, before anything is stored. */
export type Verdict =
  | { readonly kind: 'accept'; readonly row: Candidate; readonly warnings: readonly Fault[] }
  | { readonly kind: 'duplicate'; readonly row: Candidate; readonly first: KnownRecord }
  | { readonly kind: 'reject'; readonly row: Candidate; readonly fault: Fault };

export type Acceptance = Extract<Verdict, { kind: 'accept' }>;

export function isAcceptance(verdict: Verdict): verdict is Acceptance {
  return verdict.kind === 'accept';
}
