import type { ExpectedRevision } from '@lueckenlos/event-store';
import type { CaseKnowledge } from '../case-knowledge';

/** What is known of a case, and of what revision of its stream that is all there is to know. */
export interface RememberedCase {
  readonly known: CaseKnowledge;
  revision: ExpectedRevision;
}

/** Cases in one generation. Two of them take some 20 MB and hold what a town's rows of the same years come back to. */
const GENERATION = 10_000;

/** The cases used last, a bounded number of them: once the younger generation is full, the older one is forgotten. */
export class CaseMemory {
  private young = new Map<string, RememberedCase>();
  private old: ReadonlyMap<string, RememberedCase> = new Map();

  constructor(private readonly generation = GENERATION) {}

  find(subject: string): RememberedCase | undefined {
    return this.young.get(subject) ?? this.old.get(subject);
  }

  remember(subject: string, one: RememberedCase): void {
    if (this.young.size >= this.generation && !this.young.has(subject)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(subject, one);
  }

  forgetAll(): void {
    this.young = new Map();
    this.old = new Map();
  }
}
