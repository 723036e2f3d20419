/** Cases that single posts are about: enough for posts in flight to meet rarely. */
const CASES = 20_000;

/** The agency that posts. */
export const POSTER = 'youth-office';
export const EVENT_TYPE = 'application/cloudevents+json';

/** The n-th event of a series, as JSON; no two are the same. */
export function singleEvent(series: string, n: number): string {
  return JSON.stringify({
    specversion: '1.0',
    id: `${series}-${n}`,
    source: `/agencies/${POSTER}`,
    type: 'lueckenlos.stage-reached.v1',
    subject: `${series}-${n % CASES}`,
    data: { stage: 'kita', occurredOn: '2015-08', area: '010', povertyRisk: n % 4 === 0 },
  });
}
