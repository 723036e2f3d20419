import {
  BIRTH_STAGE,
  effectiveFacts,
  keyOf,
  recordKey,
  type CaseRecord,
  type Month,
} from '@lueckenlos/chain';

/** Between which months a case can have a history, as far as is known. */
export interface Lifetime {
  readonly birth: Month | null;
  readonly death: Month | null;
}

const UNKNOWN: Lifetime = { birth: null, death: null };

/** What the door knows of one case: its births, deaths, corrections and retractions, and no more than that. */
export class CaseKnowledge {
  private readonly records = new Map<string, CaseRecord>();
  private known: Lifetime | null = UNKNOWN;

  add(record: CaseRecord): void {
    this.records.set(keyOf(record), record);
    this.known = null;
  }

  find(source: string, id: string): CaseRecord | undefined {
    return this.records.get(recordKey(source, id));
  }

  /** Folded again only when something was added that can change it. */
  lifetime(): Lifetime {
    this.known ??= lifetimeOf(this.records.values());
    return this.known;
  }
}

function lifetimeOf(records: Iterable<CaseRecord>): Lifetime {
  let birth: Month | null = null;
  let death: Month | null = null;
  for (const { kind, stage, month } of effectiveFacts(records)) {
    if (stage === BIRTH_STAGE) birth = Math.min(birth ?? month, month);
    if (kind === 'died') death = Math.min(death ?? month, month);
  }
  return { birth, death };
}
