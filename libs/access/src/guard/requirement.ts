import { Scope } from '../identity/scope';

/** What a route asks of whoever calls it. `allOf: []` is: any valid token. */
export type Requirement =
  { readonly kind: 'public' } | { readonly kind: 'allOf' | 'anyOf'; readonly scopes: readonly Scope[] };

/** The scopes whose absence refuses a request; none where it is allowed. */
export function missingScopes(requirement: Requirement, held: ReadonlySet<Scope>): readonly Scope[] {
  if (requirement.kind === 'public') return [];
  const missing = requirement.scopes.filter((scope) => !held.has(scope));
  const enough = requirement.kind === 'anyOf' && missing.length < requirement.scopes.length;
  return enough ? [] : missing;
}
