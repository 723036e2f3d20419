import type { Scope } from '@lueckenlos/chain';
import { formatCount, type Language } from '../numbers';
import { SCOPE_TEXTS, TEXTS } from './texts';

const IN_SCOPE: readonly Scope[] = ['present', 'moved_out', 'died'];
const APART: readonly Scope[] = ['no_birth_known', 'never_present'];

/** Whom the table is about, and who is counted apart. */
export function scopeLines(scope: Readonly<Partial<Record<Scope, number>>>, language: Language): string[] {
  const count = (name: Scope): number => scope[name] ?? 0;
  const parts = (names: readonly Scope[]): string =>
    names.map((name) => `${formatCount(count(name), language)} ${SCOPE_TEXTS[name][language]}`).join(', ');
  const total = IN_SCOPE.reduce((sum, name) => sum + count(name), 0);
  return [
    `${TEXTS.inScope[language]}: ${formatCount(total, language)} (${parts(IN_SCOPE)})`,
    `${TEXTS.apart[language]}: ${parts(APART)}`,
  ];
}
