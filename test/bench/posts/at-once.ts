import type { BenchOptions } from '../options';
import { ratio, type Figure } from '../report/figure';
import { median, mustEqual } from '../report/timing';
import type { BenchDatabase, BenchPostgres } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import { measureOn } from '../system/measure-on';
import { firePosts, IN_FLIGHT, type Fired } from './fire';

const WARM_UP_SECONDS = 3;

/** Single posts at 64 in flight, against the same endpoint where nothing is stored. */
export async function measurePostsAtOnce(
  postgres: BenchPostgres,
  { rounds, seconds }: BenchOptions,
): Promise<Figure[]> {
  const stored: Fired[] = [];
  const unstored: Fired[] = [];
  await measureOn(postgres, 'intake', (real, database) =>
    measureOn(postgres, 'no-storage', async (nothing) => {
      await firePosts(real, 'warm-up', WARM_UP_SECONDS);
      await firePosts(nothing, 'warm-up', WARM_UP_SECONDS);
      for (let round = 0; round < rounds; round++) {
        stored.push(await fireAndCount(real, database, `round-${round}`, seconds));
        unstored.push(await firePosts(nothing, `round-${round}`, seconds));
      }
    }),
  );
  const shares = stored.map(({ perSecond }, round) => perSecond / (unstored[round]?.perSecond ?? NaN));
  return [
    ...figuresOf(`single posts, ${IN_FLIGHT} in flight`, stored),
    ...figuresOf('the same where nothing is stored', unstored),
    ratio('  stored / nothing stored', median(shares), { atLeast: 0.4 }),
  ];
}

/** What was on its way when the time was over may be in the log without an answer. */
async function fireAndCount(
  client: BenchClient,
  { store }: BenchDatabase,
  series: string,
  seconds: number,
): Promise<Fired> {
  const before = await store.head();
  const fired = await firePosts(client, series, seconds);
  const unanswered = Number((await store.head()) - before) - fired.answers;
  mustEqual('events without an answer', unanswered >= 0 && unanswered <= IN_FLIGHT, true);
  return fired;
}

function figuresOf(name: string, fired: readonly Fired[]): Figure[] {
  const middle = (read: (one: Fired) => number): number => median(fired.map(read));
  return [
    { name, value: middle(({ perSecond }) => perSecond), unit: 'requests/s' },
    { name: '  p50', value: middle(({ p50 }) => p50), unit: 'ms' },
    { name: '  p95', value: middle(({ p95 }) => p95), unit: 'ms' },
  ];
}
