import type { ExpectedRevision } from '@lueckenlos/event-store';
import { CaseKnowledge } from '../case-knowledge';

/** What is known of a case, and of what revision of its stream that is all there is to know. */
export interface RememberedCase {
  readonly known: CaseKnowledge;
  revision: ExpectedRevision;
}

/** Of a case without a stream there is nothing to read. */
export function newCase(): RememberedCase {
  return { known: new CaseKnowledge(), revision: 'noStream' };
}
