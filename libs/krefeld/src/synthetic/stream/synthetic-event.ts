import { formatMonth } from '@lueckenlos/chain';
import type { CaseKey } from '../child/child';
import type { Report, ReportKind, Target } from '../reporting/report';
import type { Statement } from '../reporting/statement';

/** The sender of everything synthetic: the client that takes over old data and may state known instants. */
export const SYNTHETIC_SOURCE = '/agencies/data-migration';

/** Stands in the ids that corrections and retractions name though no such record ever arrives. */
export const LOST_MARK = '-lost-';

interface StatedData {
  readonly stage?: string;
  readonly occurredOn: string;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
}

/** What the types of partner events carry. */
export type SyntheticData =
  | StatedData
  | (StatedData & { readonly corrects: string })
  | { readonly retracts: string; readonly reason: string };

/** A CloudEvent as `POST /v1/imports` takes it from the client `data-migration`. */
export interface SyntheticEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: typeof SYNTHETIC_SOURCE;
  readonly type: `lueckenlos.${ReportKind}.v1`;
  readonly subject: string;
  readonly knownat: string;
  readonly data: SyntheticData;
}

export function toEvent(report: Report): SyntheticEvent {
  const subject = pseudonym(report.caseKey);
  return {
    specversion: '1.0',
    id: `${subject}-${report.serial}`,
    source: SYNTHETIC_SOURCE,
    type: `lueckenlos.${report.kind}.v1`,
    subject,
    knownat: `${new Date(report.known * 1000).toISOString().slice(0, 19)}Z`,
    data: dataOf(report, subject),
  };
}

function pseudonym([first, second]: CaseKey): string {
  return `k${first.toString(16).padStart(8, '0')}${second.toString(16).padStart(8, '0')}`;
}

function dataOf({ statement, target, reason }: Report, subject: string): SyntheticData {
  if (statement === null) return { retracts: idOf(target, subject), reason: reason ?? '' };
  const stated = statedData(statement);
  return target === null ? stated : { corrects: idOf(target, subject), ...stated };
}

function statedData({ stage, month, area, povertyRisk }: Statement): StatedData {
  const data = { occurredOn: formatMonth(month), area, povertyRisk };
  return stage === null ? data : { stage, ...data };
}

function idOf(target: Target | null, subject: string): string {
  return `${subject}${target?.lost ? LOST_MARK : '-'}${target?.serial ?? 0}`;
}
