import { compareCodePoints } from '../code-points';
import { caseHistory, type CaseHistory } from '../history/case-history';
import type { CaseRecord } from '../records/case-record';
import type { CaseFile, FiledRecord, LinkRecord } from './case-file';
import { components } from './components';

/** A state of knowledge. Both limits hold; without them everything counts. */
export interface Known {
  /** Only what was known before this instant (ms since 1970). */
  readonly before?: number;
  /** Only what stands in the log up to this position. */
  readonly upTo?: number;
}

/** One child: the pseudonyms that are linked, and all their records. */
export interface Child {
  /** The least of its pseudonyms by code points. */
  readonly id: string;
  /** In order of position. */
  readonly records: readonly CaseRecord[];
}

/**
 * The children of a family in a state of knowledge. Two pseudonyms are linked if the last known record about
 * the two, by (known instant, sender's id in code points, sender), says so; links join in chains. A child has
 * at least one known record.
 */
export function childrenOf({ members, links }: CaseFile, known: Known = {}): Child[] {
  const records = (id: string): readonly FiledRecord[] => knownOf(members.get(id) ?? [], known);
  const children: Child[] = [];
  for (const child of joined(members, linkedPairs(knownOf(links, known)))) {
    const id = child[0] as string;
    const own = child.length === 1 ? records(id) : inOrder(child.flatMap(records));
    if (own.length > 0) children.push({ id, records: own });
  }
  return children;
}

/** The pseudonyms of each child. Most files have one, and nothing to be joined. */
function joined(
  members: CaseFile['members'],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  return members.size === 1 && pairs.length === 0 ? [[...members.keys()]] : components(members.keys(), pairs);
}

/** One child, and what is in force about it. */
export interface FoldedChild extends Pick<Child, 'id'> {
  readonly history: CaseHistory;
}

/** The children of a family with what is in force about each; a child of which nothing is in force is left out. */
export function foldedChildren(file: CaseFile, known?: Known): FoldedChild[] {
  const folded: FoldedChild[] = [];
  for (const { id, records } of childrenOf(file, known)) {
    const history = caseHistory(records);
    if (history) folded.push({ id, history });
  }
  return folded;
}

/** What is in force about each child of a family. */
export function historiesOf(file: CaseFile, known?: Known): CaseHistory[] {
  return foldedChildren(file, known).map(({ history }) => history);
}

function knownOf<T extends FiledRecord | LinkRecord>(
  delivered: readonly T[],
  { before = Infinity, upTo = Infinity }: Known,
): readonly T[] {
  if (before === Infinity && upTo === Infinity) return delivered;
  return delivered.filter(({ knownAt, position }) => knownAt < before && position <= upTo);
}

function inOrder(records: FiledRecord[]): FiledRecord[] {
  return records.sort((a, b) => a.position - b.position);
}

function linkedPairs(links: readonly LinkRecord[]): (readonly [string, string])[] {
  const last = new Map<string, LinkRecord>();
  for (const link of links) {
    const pair = JSON.stringify([link.caseId, link.other].sort());
    const rival = last.get(pair);
    if (!rival || isLater(link, rival)) last.set(pair, link);
  }
  const pairs: (readonly [string, string])[] = [];
  for (const { kind, caseId, other } of last.values())
    if (kind === 'cases-linked') pairs.push([caseId, other]);
  return pairs;
}

function isLater(a: LinkRecord, b: LinkRecord): boolean {
  const order =
    a.knownAt - b.knownAt || compareCodePoints(a.id, b.id) || compareCodePoints(a.source, b.source);
  return order > 0;
}
