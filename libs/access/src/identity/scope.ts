/** What a token may allow. The names are part of the HTTP contract. */
export const SCOPES = [
  'events:write',
  'events:backfill',
  'figures:read',
  'figures:exact',
  'definitions:write',
  'releases:write',
  'log:read',
  'replays:write',
  'access-log:read',
  'operations',
] as const;

export type Scope = (typeof SCOPES)[number];

const known: ReadonlySet<string> = new Set(SCOPES);

export function isScope(text: string): text is Scope {
  return known.has(text);
}

/** The scopes of ours in an OAuth `scope` value; an outside issuer may add its own, which mean nothing here. */
export function scopesIn(text: string): ReadonlySet<Scope> {
  return new Set(text.split(' ').filter(isScope));
}
