import { formatMonth } from '../month';
import { born, corrected, movedIn, movedOut, reached, retracted } from '../testing/records';
import type { CaseRecord } from './case-record';
import { effectiveFacts } from './effective-facts';

/** What is in force, as `stage or kind, month, area, id of the record in force`. */
function given(...records: CaseRecord[]) {
  return {
    knownBefore: (instant: string): string[] => describeFacts(records, Date.parse(instant)),
    now: (): string[] => describeFacts(records, Infinity),
  };
}

function describeFacts(records: readonly CaseRecord[], knownBefore: number): string[] {
  return effectiveFacts(records, knownBefore)
    .map(({ kind, stage, month, area, id }) => [stage ?? kind, formatMonth(month), area ?? '–', id].join(' '))
    .sort();
}

const kita = reached('kita', 'k', '2013-08', { area: 'D1', known: '2013-09-01' });

describe('a record', () => {
  it('is known from its known instant on, not before and not at the very instant asked for', () => {
    expect(given(kita).knownBefore('2013-09-01')).toEqual([]);
    expect(given(kita).knownBefore('2013-09-01T00:00:00.001Z')).toEqual(['kita 2013-08 D1 k']);
  });

  it('counts once however often it is delivered', () => {
    expect(given(kita, { ...kita }, { ...kita }).now()).toEqual(['kita 2013-08 D1 k']);
  });

  it('is another one under another sender', () => {
    expect(given(kita, { ...kita, source: '/agencies/x' }).now()).toHaveLength(2);
  });
});

describe('a correction', () => {
  it('replaces month, area and poverty risk as a whole: what is absent is unknown', () => {
    expect(given(kita, corrected('c', 'k', '2013-09')).now()).toEqual(['kita 2013-09 – c']);
  });

  it('replaces the stage only where it names one', () => {
    expect(given(kita, corrected('c', 'k', '2013-09', { stage: 'school' })).now()).toEqual([
      'school 2013-09 – c',
    ]);
  });

  it('without a stage keeps the stage of the original, not that of a correction on the way', () => {
    const facts = given(
      kita,
      corrected('c1', 'k', '2013-09', { stage: 'school', known: '2013-10-01' }),
      corrected('c2', 'c1', '2013-10', { known: '2013-11-01' }),
    );
    expect(facts.now()).toEqual(['kita 2013-10 – c2']);
  });

  it('never changes the kind: a stage is ignored on others', () => {
    const facts = given(movedIn('m', '2013-08'), corrected('c', 'm', '2013-09', { stage: 'kita' }));
    expect(facts.now()).toEqual(['moved-in 2013-09 – c']);
  });

  it('gives the fact its known instant and its id', () => {
    const [fact] = effectiveFacts([kita, corrected('c', 'k', '2013-09', { known: '2014-01-01' })]);
    expect(fact).toMatchObject({ id: 'c', knownAt: Date.parse('2014-01-01'), source: kita.source });
  });

  it('beats the original even where it was known earlier', () => {
    expect(given(kita, corrected('c', 'k', '2013-09', { known: '2013-01-01' })).now()).toEqual([
      'kita 2013-09 – c',
    ]);
  });

  it('is overruled by the one known last, wherever it points', () => {
    const late = corrected('a', 'k', '2013-11', { known: '2013-12-01' });
    const early = corrected('z', 'a', '2013-10', { known: '2013-11-01' });
    expect(given(kita, early, late).now()).toEqual(['kita 2013-11 – a']);
  });

  it.each([
    ['a', 'b', 'b'],
    ['\u{1F600}', '\uFF5E', '\u{1F600}'],
  ])(
    'known at the same instant is overruled by the greater id in code points (%s, %s)',
    (one, other, winner) => {
      const records = [corrected(one, 'k', '2013-10'), corrected(other, 'k', '2013-10')];
      expect(given(kita, ...records).now()).toEqual([`kita 2013-10 – ${winner}`]);
    },
  );

  it('of a correction waits until everything on the way is known', () => {
    const facts = given(
      corrected('c2', 'c1', '2013-10', { known: '2013-10-01' }),
      kita,
      corrected('c1', 'k', '2013-09', { known: '2013-12-01' }),
    );
    expect(facts.knownBefore('2013-11-01')).toEqual(['kita 2013-08 D1 k']);
    expect(facts.now()).toEqual(['kita 2013-09 – c1']);
  });

  it('finds nothing under another sender', () => {
    expect(given(kita, corrected('c', 'k', '2013-09', { by: '/agencies/x' })).now()).toEqual([
      'kita 2013-08 D1 k',
    ]);
  });

  it('that runs in a circle has no effect, nor has one that leads into the circle', () => {
    const facts = given(
      kita,
      corrected('a', 'b', '2014-01'),
      corrected('b', 'a', '2014-02'),
      corrected('c', 'b', '2014-03'),
      corrected('d', 'd', '2014-04'),
    );
    expect(facts.now()).toEqual(['kita 2013-08 D1 k']);
  });

  it('of a retraction has no effect', () => {
    const facts = given(kita, retracted('x', 'none'), corrected('c', 'x', '2014-01'));
    expect(facts.now()).toEqual(['kita 2013-08 D1 k']);
  });
});

describe('a retraction', () => {
  const first = corrected('c1', 'k', '2013-09', { known: '2013-10-01' });
  const second = corrected('c2', 'c1', '2013-10', { known: '2013-11-01' });

  it('of an original removes it with its corrections, those still to come included', () => {
    const facts = given(kita, first, retracted('x', 'k', { known: '2013-10-15' }), second);
    expect(facts.knownBefore('2013-10-10')).toEqual(['kita 2013-09 – c1']);
    expect(facts.now()).toEqual([]);
  });

  it('of a correction removes that one only: the original is back', () => {
    expect(given(kita, first, retracted('x', 'c1')).now()).toEqual(['kita 2013-08 D1 k']);
  });

  it('of a correction leaves the correction that points at it valid', () => {
    expect(given(kita, first, second, retracted('x', 'c1')).now()).toEqual(['kita 2013-10 – c2']);
  });

  it('that comes before its target waits for it', () => {
    const facts = given(retracted('x', 'k', { known: '2013-08-01' }), kita, movedOut('m', '2015-01'));
    expect(facts.now()).toEqual(['moved-out 2015-01 – m']);
  });

  it('cannot be taken back', () => {
    expect(given(kita, retracted('x', 'k'), retracted('y', 'x')).now()).toEqual([]);
  });

  it('removes nothing of another sender', () => {
    expect(given(kita, retracted('x', 'k', { by: '/agencies/x' })).now()).toEqual(['kita 2013-08 D1 k']);
  });

  it('counts from its known instant on', () => {
    const facts = given(
      born('b', '2010-01', { known: '2010-02-01' }),
      retracted('x', 'b', { known: '2012-01-01' }),
    );
    expect(facts.knownBefore('2012-01-01')).toHaveLength(1);
    expect(facts.now()).toEqual([]);
  });
});
