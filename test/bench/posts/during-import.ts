import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf } from '../../system/json';
import { importFile } from '../import/import-file';
import type { Figure } from '../report/figure';
import { during, percentile } from '../report/timing';
import type { BenchPostgres } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import { measureOn } from '../system/measure-on';
import type { TownFile } from '../system/town';
import { EVENT_TYPE, POSTER, singleEvent } from './single-event';

const IDLE_MS = 4_000;
const BETWEEN_POSTS_MS = 20;

/** How long a single post takes, one after the other: alone, and while the same process imports a file. */
export async function measurePostsDuringImport(
  postgres: BenchPostgres,
  file: TownFile,
  kind: 'intake' | 'standalone',
): Promise<Figure[]> {
  return measureOn(postgres, kind, async (client) => {
    await postWhile(client, 'warm-up', pause(IDLE_MS));
    const idle = await postWhile(client, 'idle', pause(IDLE_MS));
    const busy = await postWhile(client, 'busy', importFile(client, file));
    return [
      ...figuresOf(`a post, ${kind} idle`, idle),
      ...figuresOf(`a post, ${kind} importing`, busy),
      { name: '  longest', value: Math.max(...busy), unit: 'ms' },
    ];
  });
}

async function postWhile(client: BenchClient, series: string, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  await during(work, async () => {
    const start = performance.now();
    const init = { body: singleEvent(series, times.length), headers: { 'content-type': EVENT_TYPE } };
    await jsonOf(await client.send(POSTER, 'POST', '/v1/events', init), 201);
    times.push(performance.now() - start);
    await pause(BETWEEN_POSTS_MS);
  });
  return times;
}

function figuresOf(name: string, times: readonly number[]): Figure[] {
  return [
    { name: `${name}: p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: '  p95', value: percentile(times, 0.95), unit: 'ms' },
  ];
}
