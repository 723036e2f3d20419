import { CaseKnowledge } from './case-knowledge';
import { DeliveryKnowledge } from './delivery-knowledge';
import type { KnownRecord } from './known-record';

/** What the rows of a delivery before this one said, which may still be on their way to the log. */
export type EarlierRows = Pick<Knowledge, 'find' | 'hasSubject'>;

/** Everything that the rows of a delivery are compared with. It grows with every row that is accepted. */
export class Knowledge {
  /** Of the agency that sends. */
  readonly deliveries = new DeliveryKnowledge();
  private readonly records = new Map<string, KnownRecord>();
  private readonly subjects = new Set<string>();
  private readonly cases = new Map<string, CaseKnowledge>();

  constructor(private earlier?: EarlierRows) {}

  /** Looks no further back any more: what came before is in the log now. */
  letGoOfEarlier(): void {
    this.earlier = undefined;
  }

  add(eventId: string, known: KnownRecord): void {
    this.records.set(eventId, known);
    const { statement, subject } = known;
    if (statement) this.deliveries.add(statement);
    if (subject === null || !known.isOfCase) return;
    this.subjects.add(subject);
    if (known.isTelling && known.record) this.caseOf(subject).add(known.record);
  }

  /** Notes that there are records of a case, whatever they say. */
  addSubject(subject: string): void {
    this.subjects.add(subject);
  }

  /** Whether there are records of a case; asked for the two cases of a link only. */
  hasSubject(subject: string): boolean {
    return this.subjects.has(subject) || (this.earlier?.hasSubject(subject) ?? false);
  }

  find(eventId: string): KnownRecord | undefined {
    return this.records.get(eventId) ?? this.earlier?.find(eventId);
  }

  /** Takes over what is known of a case already. */
  addCase(subject: string, known: CaseKnowledge): void {
    this.cases.set(subject, known);
  }

  caseOf(subject: string): CaseKnowledge {
    let found = this.cases.get(subject);
    if (!found) {
      found = new CaseKnowledge();
      this.cases.set(subject, found);
    }
    return found;
  }
}
