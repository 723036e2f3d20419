import autocannon from 'autocannon';
import { mustEqual, percentile } from '../report/timing';
import type { BenchClient } from '../system/client';
import { EVENT_TYPE, POSTER, singleEvent } from './single-event';

export const IN_FLIGHT = 64;

export interface Fired {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** Posts single events for some seconds, always 64 in flight; every one of them must be accepted. */
export async function firePosts(client: BenchClient, series: string, seconds: number): Promise<Fired> {
  const headers = { authorization: await client.authorization(POSTER), 'content-type': EVENT_TYPE };
  const request = { method: 'POST', path: '/v1/events', headers };
  const times: number[] = [];
  const statuses = new Set<number>();
  let sent = 0;
  const firing = autocannon({
    url: client.url,
    connections: IN_FLIGHT,
    duration: seconds,
    requests: [{ ...request, setupRequest: () => ({ ...request, body: singleEvent(series, sent++) }) }],
  });
  void firing.on('response', (_client, status, _bytes, milliseconds) => {
    statuses.add(status);
    times.push(milliseconds);
  });
  const { duration, errors, timeouts } = await firing;
  mustEqual(
    'answers',
    { statuses: [...statuses], errors, timeouts },
    { statuses: [201], errors: 0, timeouts: 0 },
  );
  return {
    answers: times.length,
    perSecond: times.length / duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}
