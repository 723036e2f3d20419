import { BIRTH_STAGE, type Month } from '@lueckenlos/chain';
import type { StageWindow, Vocabulary } from '../wire/vocabulary';

/** A vocabulary with a chain of its own: each stage with the age in months at which its window closes. */
export class FixedVocabulary implements Vocabulary {
  refreshed = 0;
  /** What becomes known at the next refresh. */
  newStages: string[] = [];
  private readonly known: Set<string>;

  constructor(
    private readonly closing: Readonly<Record<string, number>> = {
      pregnancy_notice: 0,
      birth: 0,
      kita: 54,
      school: 96,
    },
    private readonly codes: readonly string[] = ['010', '020', 'D39'],
  ) {
    this.known = new Set(Object.keys(closing));
  }

  stages(): ReadonlySet<string> {
    return this.known;
  }

  areas(): ReadonlySet<string> {
    return new Set(this.codes);
  }

  refresh(): Promise<void> {
    this.refreshed += 1;
    for (const stage of this.newStages) this.known.add(stage);
    return Promise.resolve();
  }

  windows(stage: string, birth: Month): readonly StageWindow[] {
    const age = this.closing[stage];
    if (age === undefined) return [];
    const opens = Object.keys(this.closing).indexOf(stage) < Object.keys(this.closing).indexOf(BIRTH_STAGE);
    return [{ opens: opens ? birth - 10 : birth, closes: birth + age }];
  }
}
