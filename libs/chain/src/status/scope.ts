import type { CaseHistory } from '../history/case-history';
import { isPresent, lastClosed } from '../history/presence';
import type { Month } from '../month';

/** Where a case counts: in scope (present, or gone and why), or apart from it. */
export const SCOPES = ['present', 'moved_out', 'died', 'no_birth_known', 'never_present'] as const;
export type Scope = (typeof SCOPES)[number];

/** The scope of a case at the end of a month; null while it is counted nowhere. */
export function scopeAt({ firstFact, birth, spells }: CaseHistory, asOf: Month): Scope | null {
  if (asOf < firstFact) return null;
  if (birth === null || asOf < birth) return 'no_birth_known';
  if (entryOf(spells) > asOf) return 'never_present';
  return isPresent(spells, asOf) ? 'present' : (lastClosed(spells, asOf)?.reason ?? 'moved_out');
}

/** The first month at whose end the case is in scope: birth known and a first spell begun. Infinity if never. */
export function inScopeFrom({ birth, spells }: CaseHistory): Month {
  return Math.max(birth ?? Infinity, entryOf(spells));
}

function entryOf(spells: CaseHistory['spells']): Month {
  return spells[0]?.start ?? Infinity;
}
