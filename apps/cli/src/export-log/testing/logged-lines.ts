import type { LoggedLine } from '../read/logged-line';

/** One event of the log of a test; the place in the log follows from where it stands in the list. */
interface Told {
  readonly case?: string;
  readonly kind: string;
  readonly id?: string;
  readonly agency?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** RFC 3339 UTC. */
  readonly known?: string;
}

/** Lines of a log as the server gives them. */
export function loggedLines(...told: readonly Told[]): LoggedLine[] {
  const revisions = new Map<string, number>();
  return told.map(({ case: subject, kind, id, agency, data = {}, known }, at) => {
    const stream = subject === undefined ? 'chain-example' : `case-${subject}`;
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const instant = known ?? `2020-01-01T00:00:00.${String(at).padStart(3, '0')}Z`;
    return {
      specversion: '1.0',
      id: id ?? `e${at + 1}`,
      source: subject === undefined ? '/lueckenlos' : `/agencies/${agency ?? 'youth-office'}`,
      type: `lueckenlos.${kind}.v1`,
      ...(subject === undefined ? {} : { subject }),
      datacontenttype: 'application/json',
      data,
      position: String(at + 1),
      stream,
      revision: String(revision),
      recordedAt: instant,
      knownAt: instant,
    };
  });
}

export const stage = (name: string, month: string, more: object = {}) => ({
  stage: name,
  occurredOn: month,
  area: null,
  povertyRisk: null,
  ...more,
});

/** In one page. */
export async function* inPages(...pages: LoggedLine[][]): AsyncGenerator<readonly LoggedLine[]> {
  for (const page of pages) yield await Promise.resolve(page);
}

/** Everything that comes, as bytes. */
export async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}
