import { jsonOf } from '../../system/json';
import { ratio, type Figure, type PartReport } from '../report/figure';
import { mustEqual, percentile, timed } from '../report/timing';
import type { BenchClient } from '../system/client';
import type { FilledSystem } from '../system/filled-system';

/** What coordinators ask of a release. */
const QUESTIONS = [
  'drop-offs?',
  'drop-offs?by=birthYear',
  'drop-offs?by=area&level=stadtteil',
  'drop-offs?by=birthYear,area&level=stadtteil',
  'flows?by=birthYear',
  'curves?stage=kita',
  'curves?stage=school&by=birthYear',
  'curves?stage=kita&by=area&level=stadtteil',
  'comparisons?stage=kita&level=stadtteil',
];
const ROUNDS = 40;
const AS_OF = '2025-12';
const GROWTH = { atMost: 1.2 };

interface Release {
  readonly id: string;
  readonly knownBefore: string;
  readonly table: { readonly parameters: { readonly maxNoise: number; readonly blockedUpTo: number } };
}

/** Answers from a release over HTTP, of a small and a large system in turn: what they cost must not grow with the log. */
export async function measureProtected(small: FilledSystem, large: FilledSystem): Promise<PartReport> {
  const systems = [...new Set([small, large])];
  const figures: Figure[] = [];
  const releases = new Map<FilledSystem, Release>();
  for (const system of systems) {
    const { seconds, result } = await timed(() => publish(system.client));
    figures.push({ name: `publishing a release, ${system.events} events`, value: seconds, unit: 's' });
    releases.set(system, result);
  }
  for (const question of QUESTIONS) figures.push(...(await compare(question, systems)));
  for (const [{ client }, release] of releases)
    for (const by of ['', 'birthYear', 'povertyRisk']) await checkCounts(client, release, by);
  return { part: `protected figures, ${systems.map(({ events }) => events).join(' and ')} events`, figures };
}

async function publish(client: BenchClient): Promise<Release> {
  const body = JSON.stringify({ chain: 'krefeld', asOf: AS_OF, label: 'Benchmark' });
  const headers = { 'content-type': 'application/json' };
  return jsonOf<Release>(
    await client.send('statistics-unit', 'POST', '/v1/releases', { body, headers }),
    201,
  );
}

interface DropOffs {
  readonly rows: readonly {
    readonly stage: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly [by: string]: unknown;
  }[];
}

/** Holds published counts against the exact ones. */
async function checkCounts(client: BenchClient, release: Release, by: string): Promise<void> {
  const clocks = `asOf=${AS_OF}&knownBefore=${release.knownBefore}`;
  const exact = countsOf(await client.get('statistics-unit', pathOf(`drop-offs?by=${by}&${clocks}`)), by);
  const shown = countsOf(await client.get('coordinator', pathOf(`drop-offs?by=${by}&release=latest`)), by);
  const { maxNoise, blockedUpTo } = release.table.parameters;
  for (const place of new Set([...exact.keys(), ...shown.keys()])) {
    const [n, of] = [shown.get(place) ?? 0, exact.get(place) ?? 0];
    mustEqual(`whether ${place} is near enough`, Math.abs(n - of) <= maxNoise, true);
    mustEqual(`whether ${place} may be published`, n === 0 || n > blockedUpTo, true);
  }
  mustEqual(`whether there are counts by ${by}`, shown.size > 0, true);
}

function countsOf({ rows }: DropOffs, by: string): Map<string, number> {
  return new Map(
    rows.flatMap(({ stage, counts, ...row }) =>
      Object.entries(counts).map(([status, n]) => [`${String(row[by])} ${stage} ${status}`, n]),
    ),
  );
}

/** The first answer of each system, for which nothing is kept yet, and those that follow, in turn: the same to the byte. */
async function compare(question: string, systems: readonly FilledSystem[]): Promise<Figure[]> {
  const asked: { client: BenchClient; first: Answer; next: number[] }[] = [];
  for (const { client } of systems) asked.push({ client, first: await ask(client, question), next: [] });
  for (const { first } of asked)
    mustEqual('whether it is exact', (JSON.parse(first.text) as { readonly exact: boolean }).exact, false);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { client, first, next } of asked) {
      const { text, milliseconds } = await ask(client, question);
      mustEqual('whether it is the first answer again', text === first.text, true);
      next.push(milliseconds);
    }
  }
  const [few, many] = asked.map(({ first, next }) => ({
    first: first.milliseconds,
    p50: percentile(next, 0.5),
    p95: percentile(next, 0.95),
  }));
  if (!few) return [];
  return [
    ...figuresOf(question, few),
    ...(many
      ? [...figuresOf('  large', many), ratio('  p95, large / small', many.p95 / few.p95, GROWTH)]
      : []),
  ];
}

function figuresOf(
  name: string,
  { first, p50, p95 }: Readonly<Record<'first' | 'p50' | 'p95', number>>,
): Figure[] {
  return [
    { name: `${name}: first`, value: first, unit: 'ms', target: { atMost: 60 } },
    { name: '  p50', value: p50, unit: 'ms' },
    { name: '  p95', value: p95, unit: 'ms', target: { atMost: 20 } },
  ];
}

interface Answer {
  readonly text: string;
  /** Until the whole answer was there; what its reader does with it is not counted. */
  readonly milliseconds: number;
}

async function ask(client: BenchClient, question: string): Promise<Answer> {
  const { seconds, result } = await timed(async () => {
    const answer = await client.send('coordinator', 'GET', pathOf(`${question}&release=latest`));
    return { status: answer.status, text: await answer.text() };
  });
  mustEqual('the status', result.status, 200);
  return { text: result.text, milliseconds: 1000 * seconds };
}

function pathOf(question: string): string {
  return `/v1/${question}&chain=krefeld`;
}
