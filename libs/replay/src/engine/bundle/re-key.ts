import { compareCodePoints, components } from '@lueckenlos/chain';
import { createHmac } from 'node:crypto';
import { OWN_SOURCE } from '../log/log-entry';

/** A line of the log with the members that may point at somebody. */
interface Line {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Hexadecimal digits of a new pseudonym: 128 bits. */
const DIGITS = 32;

/**
 * New names for one recipient: pseudonyms by HMAC under a key that nobody keeps, senders' ids by their rank. Within a family
 * the order of both stays as it was, because the fold decides ties by it; nothing else of the old names is left.
 */
export class Renaming {
  private constructor(
    private readonly key: Uint8Array,
    /** Of each linked pseudonym the least of its family. */
    private readonly families: ReadonlyMap<string, string>,
    /** Of each linked pseudonym its place in the family. */
    private readonly ranks: ReadonlyMap<string, number>,
    /** Of each family, or stream, the place of each id. */
    private readonly idsOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
  ) {}

  /** Reads all lines of the log, before any is renamed: the ids and links of all of them stay in memory. */
  static async of(key: Uint8Array, lines: AsyncIterable<string>): Promise<Renaming> {
    const pairs: [string, string][] = [];
    const ids = new Map<string, Set<string>>();
    for await (const text of lines) {
      const { subject, stream, id, data } = JSON.parse(text) as Line;
      const group = subject ?? stream;
      ids.set(group, (ids.get(group) ?? new Set()).add(id));
      if (subject !== undefined && typeof data['other'] === 'string') pairs.push([subject, data['other']]);
    }
    const families = components([], pairs);
    const familyOf = new Map(
      families.flatMap((family) => family.map((one) => [one, family[0] ?? one] as const)),
    );
    const ranks = new Map(families.flatMap((family) => family.map((one, rank) => [one, rank] as const)));
    return new Renaming(key, familyOf, ranks, rankedIds(ids, familyOf));
  }

  /** A pseudonym as the recipient sees it. */
  pseudonym(old: string): string {
    const family = this.families.get(old);
    const name = this.digest(family ?? old);
    return family === undefined ? name : `${name}-${padded(this.ranks.get(old) ?? 0)}`;
  }

  /** A line as the recipient sees it: without reasons, which may say anything. What the system itself recorded stays. */
  line(text: string): string {
    const line = JSON.parse(text) as Line;
    if (line.source === OWN_SOURCE) return text;
    const { subject, id, data, stream } = line;
    const group = this.groupOf(subject ?? stream);
    return JSON.stringify({
      ...line,
      id: this.idOf(group, id),
      ...(subject === undefined
        ? {}
        : { subject: this.pseudonym(subject), stream: `case-${this.pseudonym(subject)}` }),
      data: this.dataOf(group, data),
    });
  }

  private dataOf(group: string, { reason: _, other, ...data }: Line['data']): Line['data'] {
    const renamed: Record<string, unknown> = { ...data };
    if (typeof other === 'string') renamed['other'] = this.pseudonym(other);
    for (const member of ['corrects', 'retracts']) {
      if (typeof data[member] === 'string') renamed[member] = this.idOf(group, data[member]);
    }
    return renamed;
  }

  private idOf(group: string, id: string): string {
    const rank = this.idsOf.get(group)?.get(id);
    // It points at nothing in the family, and must go on doing so.
    if (rank === undefined) return `none-${this.digest(`${group}\n${id}`)}`;
    return `${this.digest(`ids ${group}`).slice(0, 16)}-${padded(rank)}`;
  }

  private groupOf(member: string): string {
    return this.families.get(member) ?? member;
  }

  private digest(text: string): string {
    return createHmac('sha256', this.key).update(text, 'utf8').digest('hex').slice(0, DIGITS);
  }
}

function padded(rank: number): string {
  return String(rank).padStart(6, '0');
}

function rankedIds(
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  familyOf: ReadonlyMap<string, string>,
): Map<string, Map<string, number>> {
  const all = new Map<string, string[]>();
  for (const [member, own] of ids) {
    const group = familyOf.get(member) ?? member;
    all.set(group, [...(all.get(group) ?? []), ...own]);
  }
  return new Map(
    [...all].map(([group, own]) => {
      const ordered = [...new Set(own)].sort(compareCodePoints);
      return [group, new Map(ordered.map((id, rank) => [id, rank] as const))] as const;
    }),
  );
}
