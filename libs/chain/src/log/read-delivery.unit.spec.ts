import { parseMonth } from '../month';
import { UnreadableEventError, type LoggedEvent } from './logged-event';
import { readDelivery } from './read-delivery';

const SECRET = 'kq81-secret';
const KNOWN = '2024-09-01T08:00:00.000Z';

function stored(special: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    type: 'lueckenlos.stage-reached.v1',
    source: '/agencies/youth-office',
    data: { stage: 'kita', occurredOn: '2024-08', area: '110', povertyRisk: true },
    metadata: { knownAt: KNOWN, senderId: 'r-1', subject: 'c-1' },
    position: 77n,
    ...special,
  };
}

const delivered = {
  source: '/agencies/youth-office',
  id: 'r-1',
  knownAt: Date.parse(KNOWN),
  position: 77,
};
const month = parseMonth('2024-08');

describe('a partner event', () => {
  it('is read with its case, its sender and what it states', () => {
    expect(readDelivery(stored())).toEqual({
      caseId: 'c-1',
      delivery: { kind: 'stage-reached', ...delivered, month, stage: 'kita', area: '110', povertyRisk: true },
    });
  });

  it.each(['moved-in', 'moved-out', 'relocated', 'died'])('of type %s needs a month only', (kind) => {
    const event = stored({ type: `lueckenlos.${kind}.v1`, data: { occurredOn: '2024-08' } });
    expect(readDelivery(event)?.delivery).toEqual({
      kind,
      ...delivered,
      month,
      stage: null,
      area: null,
      povertyRisk: null,
    });
  });

  it('that corrects may leave the stage out', () => {
    const data = { corrects: 'r-0', occurredOn: '2024-08', povertyRisk: false };
    expect(readDelivery(stored({ type: 'lueckenlos.corrected.v1', data }))?.delivery).toEqual({
      kind: 'corrected',
      ...delivered,
      corrects: 'r-0',
      month,
      stage: null,
      area: null,
      povertyRisk: false,
    });
  });

  it('that retracts names the record and nothing else', () => {
    const event = stored({ type: 'lueckenlos.retracted.v1', data: { retracts: 'r-0', reason: 'mistake' } });
    expect(readDelivery(event)?.delivery).toEqual({ kind: 'retracted', ...delivered, retracts: 'r-0' });
  });
});

describe('a link between cases', () => {
  it.each(['cases-linked', 'cases-unlinked'])('of type %s stands in the case that it names first', (kind) => {
    const event = stored({ type: `lueckenlos.${kind}.v1`, data: { other: 'c-2' } });
    expect(readDelivery(event)).toEqual({
      caseId: 'c-1',
      delivery: { kind, ...delivered, caseId: 'c-1', other: 'c-2' },
    });
  });
});

describe('an event that the intake cannot have stored', () => {
  const { metadata } = stored();
  const cases: [string, Partial<LoggedEvent>][] = [
    ['without a case', { metadata: { ...metadata, subject: null } }],
    ['without a sender', { source: null }],
    ['without an id of its sender', { metadata: { ...metadata, senderId: 5 } }],
    ['without a known instant', { metadata: { ...metadata, knownAt: SECRET } }],
    ['without a month', { data: { stage: 'kita', occurredOn: SECRET } }],
    ['with a day', { data: { stage: SECRET, occurredOn: '2024-08-01' } }],
    ['that reaches no stage', { data: { occurredOn: '2024-08', area: SECRET } }],
    [
      'that corrects nothing',
      { type: 'lueckenlos.corrected.v1', data: { occurredOn: '2024-08', area: SECRET } },
    ],
    ['that links a case to nothing', { type: 'lueckenlos.cases-linked.v1', data: { note: SECRET } }],
    ['that links a case to itself', { type: 'lueckenlos.cases-linked.v1', data: { other: 'c-1' } }],
    ['that retracts nothing', { type: 'lueckenlos.retracted.v1', data: { reason: SECRET } }],
  ];

  it.each(cases)('is refused %s, and the error quotes nothing of it', (_, special) => {
    let error: unknown;
    try {
      readDelivery(stored(special));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UnreadableEventError);
    expect(String(error)).not.toContain(SECRET);
    expect(String(error)).not.toContain('c-1');
  });

  it.each(['lueckenlos.release-published.v1', 'lueckenlos.other.v1', 'x.lueckenlos.died.v1 y'])(
    'delivers nothing about a case where its type is another (%s)',
    (type) => {
      expect(readDelivery(stored({ type }))).toBeNull();
    },
  );
});
