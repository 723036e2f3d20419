import { corrected, reached, retracted } from '../testing/records';
import type { CaseRecord } from './case-record';
import { recordKey } from './record-set';
import { recordStates, type RecordState } from './record-states';

const SENDER = '/agencies/youth-office';
const kita = reached('kita', 'k', '2013-08');
const correction = corrected('c', 'k', '2013-09', { known: '2020-02-01' });

function statesOf(...records: CaseRecord[]): Record<string, RecordState | undefined> {
  const states = recordStates(records);
  return Object.fromEntries(records.map(({ id }) => [id, states.get(recordKey(SENDER, id))]));
}

describe('an agency that asks what became of its record', () => {
  it.each<[string, CaseRecord[], Record<string, RecordState>]>([
    ['nothing happened to it', [kita], { k: 'in-force' }],
    ['it was corrected', [kita, correction], { k: 'corrected', c: 'in-force' }],
    [
      'its correction was corrected',
      [kita, correction, corrected('d', 'c', '2013-10', { known: '2020-03-01' })],
      { k: 'corrected', c: 'corrected', d: 'in-force' },
    ],
    ['it was retracted', [kita, retracted('x', 'k')], { k: 'retracted', x: 'in-force' }],
    [
      'it was retracted with its correction',
      [kita, correction, retracted('x', 'k')],
      { k: 'retracted', c: 'retracted', x: 'in-force' },
    ],
    [
      'its correction was retracted',
      [kita, correction, retracted('x', 'c')],
      { k: 'in-force', c: 'retracted', x: 'in-force' },
    ],
    ['the target is not known yet', [correction, retracted('x', 'z')], { c: 'parked', x: 'parked' }],
    [
      'something on the way is not known yet',
      [kita, corrected('d', 'c', '2013-10')],
      { k: 'in-force', d: 'parked' },
    ],
    [
      'it points at a retraction',
      [retracted('x', 'k'), corrected('d', 'x', '2013-10'), retracted('y', 'x')],
      { x: 'parked', d: 'without-effect', y: 'without-effect' },
    ],
    [
      'it runs in a circle',
      [corrected('a', 'b', '2013-10'), corrected('b', 'a', '2013-10')],
      { a: 'without-effect', b: 'without-effect' },
    ],
    ['it retracts itself', [retracted('x', 'x')], { x: 'without-effect' }],
  ])('is told so: %s', (_, records, expected) => {
    expect(statesOf(...records)).toEqual(expected);
    expect(statesOf(...records.toReversed())).toEqual(expected);
  });
});
