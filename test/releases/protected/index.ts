import type { Given } from '../town';
import { protectedComparisons } from './comparisons';
import { protectedCurves } from './curves';
import { protectedDropOffs } from './drop-offs';
import { howProtected } from './how-protected';
import { keptAnswers } from './kept';
import { protectedQuestions } from './questions';

/** What coordinators are answered from a release. */
export function protectedAnswers(given: Given): void {
  protectedDropOffs(given);
  protectedCurves(given);
  protectedComparisons(given);
  howProtected(given);
  protectedQuestions(given);
  keptAnswers(given);
}
