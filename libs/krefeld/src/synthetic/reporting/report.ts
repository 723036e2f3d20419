import type { FactKind } from '@lueckenlos/chain';
import type { CaseKey } from '../child/child';
import type { Statement } from './statement';

export const REPORT_KINDS = [
  'stage-reached',
  'moved-in',
  'moved-out',
  'relocated',
  'died',
  'corrected',
  'retracted',
] as const satisfies readonly (FactKind | 'corrected' | 'retracted')[];
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REASONS = [
  'entered in error',
  'entered twice',
  'wrong case',
  'correction of another case',
] as const;
export type Reason = (typeof REASONS)[number];

/** The earlier record of the same case that a correction or retraction names. */
export interface Target {
  readonly serial: number;
  /** It never arrives: a deliberate orphan. */
  readonly lost: boolean;
}

/** One record on its way to the town. */
export interface Report {
  readonly kind: ReportKind;
  readonly caseKey: CaseKey;
  /** Numbers the records of a case from 1. */
  readonly serial: number;
  /** Seconds since 1970, UTC. */
  readonly known: number;
  /** Null with a retraction. */
  readonly statement: Statement | null;
  readonly target: Target | null;
  /** Only with a retraction. */
  readonly reason: Reason | null;
}
