import type { BenchOptions } from '../options';
import { ratio, type Figure, type PartReport } from '../report/figure';
import { median, mustEqual } from '../report/timing';
import { readEverything } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import type { FilledSystem } from '../system/filled-system';

const QUESTIONS = [
  'curves?stage=kita',
  'curves?stage=kita&by=area',
  'occupation?by=area',
  'forecast?by=area',
  'drop-offs?by=birthYear,area',
];
/** Hardly anything was known later; much; nearly everything. */
const INSTANTS = ['2026-09-01', '2024-01-01', '2020-01-01', '2012-01-01'];
const AFTER_ALL = '2100-01-01';

interface Answer {
  readonly strata?: unknown;
  readonly rows?: unknown;
}

/**
 * Figures known before an instant in the past, against reading the log in pages and doing nothing: by the CPU time of the
 * process that answers, and of the one that reads, so that other work on the machine does not count.
 */
export async function measureKnownBefore(
  { client, database, events }: FilledSystem,
  { rounds }: BenchOptions,
): Promise<PartReport> {
  const pages = await middleOf(rounds, async () => {
    const before = process.cpuUsage();
    mustEqual('events read', await readEverything(database.store), Number(await database.store.head()));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const figures = [milliseconds('bare page reads', pages)];
  for (const question of QUESTIONS) figures.push(...(await measure(client, question, pages, rounds)));
  return { part: `known before, CPU time, ${events} events`, figures };
}

async function measure(
  client: BenchClient,
  question: string,
  pages: number,
  rounds: number,
): Promise<Figure[]> {
  const told = await ask(client, question);
  mustEqual(`${question} when all was known`, (await ask(client, question, AFTER_ALL)).figure, told.figure);
  const now = await middleOf(rounds, async () => (await ask(client, question)).milliseconds);
  const past: number[] = [];
  for (const instant of INSTANTS)
    past.push(await middleOf(rounds, async () => (await ask(client, question, instant)).milliseconds));
  return [
    milliseconds(`${question}: now`, now),
    ...INSTANTS.map((instant, i) => milliseconds(`  known before ${instant}`, past[i] ?? NaN)),
    ratio('  the longest / bare page reads', Math.max(...past) / pages, { atMost: 1.5 }),
  ];
}

function milliseconds(name: string, value: number): Figure {
  return { name, value, unit: 'ms' };
}

async function ask(
  client: BenchClient,
  question: string,
  instant?: string,
): Promise<{ milliseconds: number; figure: unknown }> {
  const clock = instant === undefined ? '' : `&knownBefore=${instant}T00:00:00Z`;
  const before = await client.cpuSeconds();
  const path = `/v1/${question}&chain=krefeld&asOf=2026-06${clock}`;
  const { strata, rows } = await client.get<Answer>('statistics-unit', path);
  return { milliseconds: ((await client.cpuSeconds()) - before) * 1000, figure: strata ?? rows };
}

async function middleOf(rounds: number, measured: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) values.push(await measured());
  return median(values);
}
