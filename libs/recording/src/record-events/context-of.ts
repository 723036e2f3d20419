import { agencyOf, type AgencyPermissions, type Identity } from '@lueckenlos/access';
import type { PartnerType } from '../wire/event-types';
import type { Context } from '../wire/rules/context-rule';
import type { Vocabulary } from '../wire/vocabulary';

/** The `source` of everything an agency sends. */
export function sourceOf(agency: string): string {
  return `/agencies/${agency}`;
}

/** What the rows of a delivery are judged by. */
export function contextOf(
  identity: Identity,
  permissions: AgencyPermissions,
  vocabulary: Vocabulary,
  now: Date,
): Context & { readonly vocabulary: Vocabulary } {
  const agency = agencyOf(identity);
  return {
    agency,
    source: sourceOf(agency),
    mayBackfill: identity.scopes.has('events:backfill'),
    maySendType: (type: PartnerType) => permissions.maySendType(agency, type),
    maySendStage: (stage: string) => permissions.maySendStage(agency, stage),
    vocabulary,
    now,
  };
}
