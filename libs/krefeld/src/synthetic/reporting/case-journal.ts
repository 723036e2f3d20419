import type { FactKind } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { CaseKey } from '../child/child';
import type { Reason, Report, Target } from './report';
import type { Statement } from './statement';

/** Share of all records that arrive twice, word for word. */
const DELIVERED_TWICE = 0.005;

/** Collects the records of one case and numbers them. */
export class CaseJournal {
  readonly reports: Report[] = [];
  private numbered = 0;

  constructor(
    private readonly caseKey: CaseKey,
    private readonly random: Random,
  ) {}

  /** For a record that is named before it is sent. */
  nextSerial(): number {
    return ++this.numbered;
  }

  /** A record that never arrives. */
  lost(): Target {
    return { serial: this.nextSerial(), lost: true };
  }

  fact(kind: FactKind, statement: Statement, known: number, serial = this.nextSerial()): Target {
    return this.add({
      kind,
      serial,
      known,
      statement,
      target: null,
      reason: null,
    });
  }

  correct(target: Target, statement: Statement, known: number): Target {
    const serial = this.nextSerial();
    return this.add({ kind: 'corrected', serial, known, statement, target, reason: null });
  }

  retract(target: Target, reason: Reason, known: number): void {
    const serial = this.nextSerial();
    this.add({ kind: 'retracted', serial, known, statement: null, target, reason });
  }

  private add(record: Omit<Report, 'caseKey'>): Target {
    const report: Report = { caseKey: this.caseKey, ...record };
    this.reports.push(report);
    if (this.random.chance(DELIVERED_TWICE)) this.reports.push(report);
    return { serial: report.serial, lost: false };
  }
}
