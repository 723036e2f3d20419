import { createHmac } from 'node:crypto';
import type { LoggedLine } from '../read/logged-line';
import type { ExportRow } from './export-row';

/** 128 bits: two pseudonyms never meet, and the characters are those that pseudonyms may have. */
const LENGTH = 22;

/**
 * Gives cases and records fresh names, by HMAC-SHA-256 with a key that nobody keeps: within one export the same for the same, without
 * a way back or across. Reasons of retractions are left out, for they are free text.
 */
export class Rekeying {
  constructor(private readonly key: Buffer) {}

  row(row: ExportRow): ExportRow {
    const { agency, id, corrects, retracts } = row;
    return {
      ...row,
      id: this.record(agency, id),
      case: this.orNull(row.case, (name) => this.case(name)),
      other: this.orNull(row.other, (name) => this.case(name)),
      corrects: this.orNull(corrects, (name) => this.record(agency, name)),
      retracts: this.orNull(retracts, (name) => this.record(agency, name)),
      reason: null,
    };
  }

  /** A line of the log; its members and their order stay. What the system itself recorded is about no case. */
  line<T extends LoggedLine>(line: T, agency: string | null): T {
    if (agency === null) return line;
    const { subject, stream, data } = line;
    const fresh =
      subject === undefined ? {} : { subject: this.case(subject), stream: `case-${this.case(subject)}` };
    const names = Object.entries(data).flatMap(([member, value]) => this.member(member, value, agency));
    return { ...line, id: this.record(agency, line.id), stream, ...fresh, data: Object.fromEntries(names) };
  }

  private member(member: string, value: unknown, agency: string): [string, unknown][] {
    if (member === 'reason') return [];
    if (typeof value !== 'string') return [[member, value]];
    if (member === 'corrects' || member === 'retracts') return [[member, this.record(agency, value)]];
    return [[member, member === 'other' ? this.case(value) : value]];
  }

  private case(name: string): string {
    return this.fresh(`case\n${name}`);
  }

  /** Ids are unique per sender. */
  private record(agency: string | null, id: string): string {
    return agency === null ? id : this.fresh(`record\n${agency}\n${id}`);
  }

  private orNull(name: string | null, fresh: (name: string) => string): string | null {
    return name === null ? null : fresh(name);
  }

  private fresh(name: string): string {
    return createHmac('sha256', this.key).update(name).digest('base64url').slice(0, LENGTH);
  }
}
