import type { ExpectedRevision } from '@lueckenlos/event-store';
import type { CaseKnowledge } from '../case-knowledge';

/** What is known of a case, and of what revision of its stream that is all there is to know. */
export interface RememberedCase {
  readonly known: CaseKnowledge;
  revision: ExpectedRevision;
}
