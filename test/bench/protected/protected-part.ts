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
const WARM_UP = 5;
const AS_OF = '2025-12';

interface Release {
  readonly id: string;
  readonly knownBefore: string;
  readonly table: { readonly parameters: { readonly maxNoise: number; readonly blockedUpTo: number } };
}

/** Answers from a release over HTTP, of a small and a large system in turn: what they cost must not grow with the log. */
export async function measureProtected(small: FilledSystem, large: FilledSystem): Promise<PartReport> {
  const [few, many] = [await published(small.client), await published(large.client)];
  const figures: Figure[] = [
    { name: 'publishing a release', value: few.seconds, unit: 's' },
    { name: '  large', value: many.seconds, unit: 's' },
  ];
  for (const question of QUESTIONS) figures.push(...(await compare(question, small.client, large.client)));
  return { part: `protected figures, ${small.events} and ${large.events} events`, figures };
}

/** Publishes, and checks the published counts against the exact ones. */
async function published(client: BenchClient): Promise<{ seconds: number }> {
  const body = JSON.stringify({ chain: 'krefeld', asOf: AS_OF, label: 'Benchmark' });
  const headers = { 'content-type': 'application/json' };
  const { seconds, result } = await timed(async () =>
    jsonOf<Release>(await client.send('statistics-unit', 'POST', '/v1/releases', { body, headers }), 201),
  );
  for (const by of ['', 'birthYear', 'povertyRisk']) await checkCounts(client, result, by);
  return { seconds };
}

interface DropOffs {
  readonly rows: readonly {
    readonly stage: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly [by: string]: unknown;
  }[];
}

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

async function compare(question: string, small: BenchClient, large: BenchClient): Promise<Figure[]> {
  const few: number[] = [];
  const many: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const times = [await ask(small, question), await ask(large, question)] as const;
    if (round < 0) continue;
    few.push(times[0]);
    many.push(times[1]);
  }
  const [p95OfFew, p95OfMany] = [percentile(few, 0.95), percentile(many, 0.95)];
  return [
    { name: `${question}: p50`, value: percentile(few, 0.5), unit: 'ms' },
    { name: '  p95', value: p95OfFew, unit: 'ms', target: { atMost: 20 } },
    { name: '  p50, large', value: percentile(many, 0.5), unit: 'ms' },
    { name: '  p95, large', value: p95OfMany, unit: 'ms', target: { atMost: 20 } },
    ratio('  p95, large / small', p95OfMany / p95OfFew, { atMost: 1.2 }),
  ];
}

async function ask(client: BenchClient, question: string): Promise<number> {
  const { seconds, result } = await timed(() =>
    client.get<object>('coordinator', pathOf(`${question}&release=latest`)),
  );
  mustEqual('whether it is protected', 'exact' in result && result.exact, false);
  return 1000 * seconds;
}

function pathOf(question: string): string {
  return `/v1/${question}&chain=krefeld`;
}
