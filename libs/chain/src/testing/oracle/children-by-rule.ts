import type { CaseFile, FiledRecord, LinkRecord } from '../../case-file/case-file';
import type { Child, Known } from '../../case-file/children';
import { codePoints, compareLists } from './facts-in-force';

/** The children of a family as the rules say: a table of who is linked to whom, closed step by step. */
export function childrenByRule({ members, links }: CaseFile, { before, upTo }: Known): Child[] {
  const isKnown = (one: FiledRecord | LinkRecord): boolean =>
    (before === undefined || one.knownAt < before) && (upTo === undefined || one.position <= upTo);
  const ids = [...members.keys()].sort(byCodePoints);
  const linked = new Map(
    ids.map((a) => [a, new Set(ids.filter((b) => areLinked(a, b, links.filter(isKnown))))]),
  );
  for (const via of ids) {
    for (const a of ids) {
      for (const b of ids) if (linked.get(a)?.has(via) && linked.get(via)?.has(b)) linked.get(a)?.add(b);
    }
  }
  const children: Child[] = [];
  for (const id of ids) {
    const own = ids.filter((other) => other === id || linked.get(id)?.has(other));
    if (own[0] !== id) continue;
    const records = own.flatMap((member) => (members.get(member) ?? []).filter(isKnown));
    if (records.length > 0) children.push({ id, records });
  }
  return children;
}

function areLinked(a: string, b: string, links: readonly LinkRecord[]): boolean {
  const about = links.filter(
    ({ caseId, other }) => (caseId === a && other === b) || (caseId === b && other === a),
  );
  about.sort((x, y) => x.knownAt - y.knownAt || byCodePoints(x.id, y.id) || byCodePoints(x.source, y.source));
  return about.at(-1)?.kind === 'cases-linked';
}

function byCodePoints(a: string, b: string): number {
  return compareLists(codePoints(a), codePoints(b));
}
