import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { contextFor } from '../testing/context';
import { cloudEvent, completed, linked, reached, reopened, SOURCE, unlinked } from '../testing/events';
import { checkEvent } from './check-event';
import { contentHash } from './content-hash';
import { dataOf } from './data-of';
import type { PartnerEvent } from './partner-event';
import { compiledCheck } from './shape/compiled-check';

function taken(sent: unknown): PartnerEvent {
  const { event, faults } = checkEvent(sent, compiledCheck, contextFor({ mayBackfill: true }));
  if (!event) throw new Error(faults.map(({ code }) => code).join());
  return event;
}
const hash = (sent: unknown): string => contentHash(taken(sent));

describe('the content of an event', () => {
  const first = hash(reached('kita', '2015-08'));

  it.each([
    ['another day of the month', reached('kita', '2015-08-31')],
    [
      'null for what was absent',
      reached('kita', '2015-08', { knownat: null }, { area: null, povertyRisk: null }),
    ],
    ['a time', reached('kita', '2015-08', { time: '2015-08-31T09:00:00Z' })],
    ['another id', reached('kita', '2015-08', { id: 'r-2' })],
  ])('is the same with %s', (_, sent) => {
    expect(hash(sent)).toBe(first);
  });

  it.each([
    ['type', cloudEvent('moved-in', { occurredOn: '2015-08' })],
    ['subject', reached('kita', '2015-08', { subject: 'c2' })],
    ['stage', reached('birth', '2015-08')],
    ['month', reached('kita', '2015-09')],
    ['area', reached('kita', '2015-08', {}, { area: '010' })],
    ['poverty risk', reached('kita', '2015-08', {}, { povertyRisk: false })],
    ['known instant', reached('kita', '2015-08', { knownat: '2015-09-01T00:00:00Z' })],
  ])('is another with another %s', (_, sent) => {
    expect(hash(sent)).not.toBe(first);
  });

  it('of a link is another for each kind, each end and each direction', () => {
    const sent = [linked('a', 'b'), unlinked('a', 'b'), linked('b', 'a'), linked('a', 'c')];
    expect(new Set(sent.map(hash)).size).toBe(4);
  });

  it('of a delivery is one whatever the order of its lists and the days of its months', () => {
    const once = completed('2025-01', '2025-03', {}, { stages: ['kita', 'birth'], areas: null });
    const again = completed('2025-01-01', '2025-03-31', {}, { stages: ['birth', 'kita'] });
    expect(hash(again)).toBe(hash(once));
    const others = [
      completed('2025-01', '2025-03'),
      completed('2025-01', '2025-03', {}, { stages: ['birth'] }),
      completed('2025-01', '2025-03', {}, { areas: ['010'] }),
      completed('2025-01', '2025-02', {}, { stages: ['birth', 'kita'] }),
      reopened('2025-01', '2025-03', {}, { stages: ['birth', 'kita'] }),
    ];
    expect(new Set([once, ...others].map(hash)).size).toBe(6);
  });

  it('of a fact is what it was before there were links', () => {
    const content = ['lueckenlos.stage-reached.v1', 'c1', null, 24187, 'kita', null, null, null, null, null];
    expect(hash(reached('kita', '2015-08'))).toBe(
      createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    );
  });

  it('is the same for one instant in two time zones', () => {
    const at = (knownat: string): string => hash(reached('kita', '2015-08', { knownat }));
    expect(at('2015-09-01T02:00:00+02:00')).toBe(at('2015-09-01T00:00:00.000Z'));
  });
});

describe('an event as it is stored', () => {
  const events = fc.record({
    stage: fc.constantFrom('birth', 'kita'),
    occurredOn: fc.constantFrom('2015-08', '2015-08-01', '1900-01-31', '2026-04'),
    area: fc.constantFrom(null, undefined, '010'),
    povertyRisk: fc.constantFrom(null, undefined, true, false),
  });

  it('can be sent again as it stands and is the same event: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(events, (data) => {
        const once = taken(cloudEvent('stage-reached', data));
        const again = taken(cloudEvent('stage-reached', dataOf(once)));
        expect(again).toEqual(once);
        expect(contentHash(again)).toBe(contentHash(once));
      }),
    );
  });

  it('has no day, and nothing that is unknown', () => {
    const event = taken(reached('kita', '2015-08-31', {}, { area: null }));
    expect(dataOf(event)).toEqual({ stage: 'kita', occurredOn: '2015-08' });
    expect(event.source).toBe(SOURCE);
  });
});
