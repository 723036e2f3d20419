import { monthOfInstant, type Month } from '@lueckenlos/chain';
import type { Report } from '../reporting/report';
import { PackedReports } from './packed-reports';

/** Records that wait for the month in which they become known. */
export class KnownCalendar {
  private readonly months = new Map<Month, PackedReports>();

  /** Records known after `until` are dropped at once. */
  constructor(private readonly until: Month) {}

  add(report: Report): void {
    const month = monthOfInstant(new Date(report.known * 1000));
    if (month > this.until) return;
    let waiting = this.months.get(month);
    if (!waiting) this.months.set(month, (waiting = new PackedReports()));
    waiting.add(report);
  }

  /** The records of a month in order of their known instants; afterwards they are forgotten. */
  take(month: Month): Iterable<Report> {
    const waiting = this.months.get(month);
    this.months.delete(month);
    return waiting?.inOrder() ?? [];
  }
}
