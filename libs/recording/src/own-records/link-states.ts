import { compareCodePoints } from '@lueckenlos/chain';
import type { StoredPartnerEvent } from '../stored/stored-partner-event';
import { senderIdOf, subjectOf } from '../stored/stored-partner-event';

/** `in-force`: the last record about the two cases says the same. `undone`: it says the opposite. */
export type LinkState = 'in-force' | 'undone';

/** How links stand, by event id. Given are all link records of their cases, in any order. */
export function linkStates(links: readonly StoredPartnerEvent[]): Map<string, LinkState> {
  const last = new Map<string, StoredPartnerEvent>();
  for (const link of links) {
    const rival = last.get(pairOf(link));
    if (!rival || isLater(link, rival)) last.set(pairOf(link), link);
  }
  return new Map(
    links.map((link) => [link.id, last.get(pairOf(link))?.type === link.type ? 'in-force' : 'undone']),
  );
}

/** Which of the two is the subject does not matter. */
function pairOf(link: StoredPartnerEvent): string {
  return [subjectOf(link), String(link.data.other)].sort(compareCodePoints).join(' ');
}

/** By known instant, then id, then sender, as everywhere. */
function isLater(one: StoredPartnerEvent, other: StoredPartnerEvent): boolean {
  const instants = Date.parse(one.metadata.knownAt) - Date.parse(other.metadata.knownAt);
  const ids = compareCodePoints(senderIdOf(one), senderIdOf(other));
  return (instants || ids || compareCodePoints(one.source, other.source)) > 0;
}
