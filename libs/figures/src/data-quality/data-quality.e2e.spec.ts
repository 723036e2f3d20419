import type { CaseRecord } from '@lueckenlos/chain';
import { eventId } from '@lueckenlos/event-store';
import { answer } from '../testing/answers';
import { startFigures, type RunningFigures } from '../testing/start-figures';
import type { Delivery } from '../testing/stored-events';

interface Sent {
  readonly kind?: CaseRecord['kind'];
  readonly knownAt?: string;
  readonly data?: Record<string, unknown>;
  readonly warnings?: readonly string[];
}

/** A record as the intake stores it, with the warnings of its arrival. */
function sent(
  agency: string,
  id: string,
  { kind = 'stage-reached', knownAt, data, warnings }: Sent = {},
): Delivery {
  const source = `/agencies/${agency}`;
  const metadata = {
    knownAt: knownAt ?? '2026-03-15T12:00:00.000Z',
    contentHash: '',
    subject: 'c1',
    senderId: id,
    ...(warnings ? { warnings: warnings.map((code) => `recording.${code}`) } : {}),
  };
  const type = `lueckenlos.${kind}.v1`;
  const event = { id: eventId(source, id), type, schemaVersion: 1, source, data: data ?? {}, metadata };
  return { stream: 'case-c1', event };
}
const fact = (id: string, occurredOn: string, knownAt?: string): Delivery =>
  sent('youth-office', id, { knownAt, data: { stage: 'kita', occurredOn } });

describe('what is known of an agency’s deliveries', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startFigures(() => new Date('2026-03-15T12:00:00Z'));
    const waiting = { kind: 'corrected', warnings: ['target-not-yet-known'] } as const;
    await figures.append([
      // Of the facts of January one was known at once, one after a month, one after two; of February one at once.
      fact('a', '2026-01', '2026-01-20T00:00:00.000Z'),
      fact('b', '2026-01', '2026-02-20T00:00:00.000Z'),
      fact('c', '2026-01'),
      fact('d', '2026-02', '2026-02-21T00:00:00.000Z'),
      sent('youth-office', 'odd', {
        kind: 'moved-in',
        data: { occurredOn: '2026-04' },
        warnings: ['before-birth', 'outside-every-window'],
      }),
      sent('youth-office', 'c1', { ...waiting, data: { corrects: 'late', occurredOn: '2026-01' } }),
      sent('youth-office', 'c2', { ...waiting, data: { corrects: 'never', occurredOn: '2026-01' } }),
      sent('youth-office', 'late', { kind: 'moved-out', data: { occurredOn: '2026-03' } }),
      sent('job-centre', 'r', { kind: 'retracted', data: { retracts: 'x', reason: 'y' } }),
    ]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const YOUTH = {
    agency: 'youth-office',
    month: '2026-03',
    accepted: 8,
    corrections: 2,
    retractions: 0,
    parked: 1,
    outsideEveryWindow: 1,
    duplicates: 0,
    rejected: 0,
    warnings: {
      'recording.before-birth': 1,
      'recording.outside-every-window': 1,
      'recording.target-not-yet-known': 2,
    },
    rejections: {},
  };

  it('is counted by agency and month of arrival, with warnings, and what still waits for its target', async () => {
    const { rows } = await answer<{ rows: unknown[] }>(figures, '/v1/data-quality');
    expect(rows).toEqual([
      {
        agency: 'job-centre',
        month: '2026-03',
        accepted: 1,
        corrections: 0,
        retractions: 1,
        parked: 0,
        outsideEveryWindow: 0,
        duplicates: 0,
        rejected: 0,
        warnings: {},
        rejections: {},
      },
      YOUTH,
    ]);
  });

  it('is shown to an agency for itself only, and not to a coordinator', async () => {
    const own = (path: string): Promise<{ rows: unknown[] }> => answer(figures, path, { as: 'youth-office' });
    expect((await own('/v1/data-quality')).rows).toEqual([YOUTH]);
    expect((await own('/v1/data-quality?agency=job-centre')).rows).toEqual([]);
    expect((await own('/v1/reporting-delays?agency=job-centre')).rows).toEqual([]);
    expect((await figures.get('/v1/data-quality', { as: 'coordinator' })).status).toBe(403);
    expect((await figures.get('/v1/data-quality?from=March')).status).toBe(400);
  });

  it('says how long reports take, from what is old enough to tell', async () => {
    interface Row {
      readonly points: readonly { readonly delay: number; readonly toCome: { readonly value: number } }[];
    }
    const { rows } = await answer<{ rows: Row[] }>(figures, '/v1/reporting-delays?asOf=2026-03&stage=kita');
    expect(rows).toMatchObject([
      { agency: 'youth-office', stage: 'kita', n: 4, stated: 3, median: 1, ninetyPercent: 2 },
    ]);
    // Chain ladder: of three within two months two within one; of the three within one month two at once (4/9 in all).
    expect(rows[0]?.points.map(({ toCome }) => toCome.value)).toEqual([
      expect.closeTo(1 - (2 / 3) * (2 / 3), 12),
      expect.closeTo(1 / 3, 12),
      0,
    ]);
    const lines = (
      await (await figures.get('/v1/reporting-delays?asOf=2026-03&stage=kita&format=csv')).text()
    ).split('\r\n');
    expect(lines[1]).toMatch(/^youth-office,kita,4,3,1,2,0,2026-03,/);
    const dataset = await answer<{ size: number[]; value: Record<string, number> }>(
      figures,
      '/v1/reporting-delays?asOf=2026-03&stage=kita&format=json-stat',
    );
    expect(dataset.size).toEqual([1, 1, 3, 7]);
    // The fourth number of the second delay.
    expect(dataset.value['10']).toBeCloseTo(1 / 3, 12);
  });

  it('takes no account of what was known later than the month asked for', async () => {
    const { rows } = await answer<{ rows: { n: number }[] }>(
      figures,
      '/v1/reporting-delays?asOf=2026-01&stage=kita',
    );
    expect(rows).toMatchObject([{ n: 1 }]);
  });
});
