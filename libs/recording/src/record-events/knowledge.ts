import { CaseKnowledge } from './case-knowledge';
import type { KnownRecord } from './known-record';

/** Everything that the rows of a delivery are compared with. It grows with every row that is accepted. */
export class Knowledge {
  private readonly records = new Map<string, KnownRecord>();
  private readonly cases = new Map<string, CaseKnowledge>();

  add(eventId: string, known: KnownRecord): void {
    this.records.set(eventId, known);
    if (known.isTelling) this.caseOf(known.subject).add(known.record);
  }

  find(eventId: string): KnownRecord | undefined {
    return this.records.get(eventId);
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
