import { ratio, type Figure, type PartReport } from '../report/figure';
import { mustEqual, percentile } from '../report/timing';
import type { BenchClient } from '../system/client';
import type { FilledSystem } from '../system/filled-system';

const QUESTIONS = [
  '',
  'by=birthYear',
  'by=schoolYear',
  'by=povertyRisk',
  'by=area',
  'by=area&level=stadtbezirk',
  'by=area&dimension=first',
  'by=birthYear&area=020',
  'by=area,povertyRisk&birthYear=2018',
  'by=birthYear,area',
];
const ROUNDS = 40;
const WARM_UP = 5;

interface DropOffs {
  readonly scope: { readonly present: number; readonly moved_out: number; readonly died: number };
  readonly rows: readonly { readonly stage: string; readonly counts: Readonly<Record<string, number>> }[];
}

/** Drop-off tables over HTTP, asked of a small and a large system in turn: what they cost must not grow with the log. */
export async function measureFigures(small: FilledSystem, large: FilledSystem): Promise<PartReport> {
  const figures: Figure[] = [];
  for (const question of QUESTIONS) figures.push(...(await compare(question, small.client, large.client)));
  return { part: `figures, ${small.events} and ${large.events} events`, figures };
}

async function compare(question: string, small: BenchClient, large: BenchClient): Promise<Figure[]> {
  const few: number[] = [];
  const many: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const times = [await ask(small, question, round), await ask(large, question, round)] as const;
    if (round < 0) continue;
    few.push(times[0]);
    many.push(times[1]);
  }
  const [p95OfFew, p95OfMany] = [percentile(few, 0.95), percentile(many, 0.95)];
  return [
    { name: `drop-offs, ${question || 'whole town'}: p50`, value: percentile(few, 0.5), unit: 'ms' },
    { name: '  p95', value: p95OfFew, unit: 'ms' },
    { name: '  p50, large', value: percentile(many, 0.5), unit: 'ms' },
    { name: '  p95, large', value: p95OfMany, unit: 'ms' },
    ratio('  p95, large / small', p95OfMany / p95OfFew, { atMost: 1.2 }),
  ];
}

/** Milliseconds of one question; as-of months are spread over ten years. */
async function ask(client: BenchClient, question: string, round: number): Promise<number> {
  const asOf = `${2017 + (Math.abs(round) % 10)}-0${1 + (Math.abs(round) % 9)}`;
  const start = performance.now();
  const path = `/v1/drop-offs?chain=krefeld&asOf=${asOf}&${question}`;
  const table = await client.get<DropOffs>('statistics-unit', path);
  const milliseconds = performance.now() - start;
  checkSums(table);
  return milliseconds;
}

/** At every stage the statuses add up to the cases in scope. */
function checkSums({ scope, rows }: DropOffs): void {
  const cases = scope.present + scope.moved_out + scope.died;
  const sums = new Map<string, number>();
  for (const { stage, counts } of rows) {
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    sums.set(stage, (sums.get(stage) ?? 0) + sum);
  }
  for (const [stage, sum] of sums) mustEqual(`cases at the stage ${stage}`, sum, cases);
  mustEqual('whether there are rows', sums.size > 0, cases > 0);
}
