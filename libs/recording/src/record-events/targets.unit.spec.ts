import { cloudEvent, corrected, reached, retracted } from '../testing/events';
import { identityOfAgency, short, TestRecording } from '../testing/recording';

const outcomes = async (recording: TestRecording, ...rows: unknown[]): Promise<string[]> =>
  (await recording.send(rows)).map(short);

describe('a correction or retraction', () => {
  it('is accepted for a record that is in the log or in an earlier row', async () => {
    const recording = new TestRecording();
    await recording.send([reached('kita', '2015-08', { id: 'a' })]);
    expect(
      await outcomes(
        recording,
        corrected('a', '2015-09', { id: 'b' }),
        corrected('b', '2015-10', { id: 'c' }),
        retracted('c', { id: 'd' }),
      ),
    ).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('is parked with a warning where its target has not arrived, be it in a later row', async () => {
    const recording = new TestRecording();
    expect(
      await outcomes(
        recording,
        corrected('a', '2015-09', { id: 'b' }),
        reached('kita', '2015-08', { id: 'a' }),
      ),
    ).toEqual(['accepted target-not-yet-known', 'accepted']);
  });

  it("does not see another sender's record of the same id", async () => {
    const recording = new TestRecording();
    await recording.send([reached('kita', '2015-08', { id: 'a' })]);
    const foreign = corrected('a', '2015-09', { id: 'b', source: '/agencies/job-centre', subject: 'c2' });
    const [result] = await recording.send([foreign], {}, identityOfAgency('job-centre'));
    expect(result && short(result)).toBe('accepted target-not-yet-known');
  });

  it('is refused for a record of another case', async () => {
    const recording = new TestRecording();
    await recording.send([reached('kita', '2015-08', { id: 'a', subject: 'c1' })]);
    expect(
      await outcomes(
        recording,
        corrected('a', '2015-09', { id: 'b', subject: 'c2' }),
        retracted('a', { id: 'c', subject: 'c2' }),
      ),
    ).toEqual(['rejected target-in-another-case', 'rejected target-in-another-case']);
  });

  it('is refused for a retraction, whether stored or an earlier row', async () => {
    const recording = new TestRecording();
    await recording.send([reached('kita', '2015-08', { id: 'a' }), retracted('a', { id: 'b' })]);
    expect(
      await outcomes(
        recording,
        retracted('b', { id: 'c' }),
        corrected('b', '2015-09', { id: 'd' }),
        retracted('a', { id: 'e' }),
        retracted('e', { id: 'f' }),
      ),
    ).toEqual([
      'rejected target-is-retraction',
      'rejected target-is-retraction',
      'accepted',
      'rejected target-is-retraction',
    ]);
  });

  it('is refused for itself', async () => {
    expect(
      await outcomes(
        new TestRecording(),
        corrected('a', '2015-09', { id: 'a' }),
        retracted('b', { id: 'b' }),
      ),
    ).toEqual(['rejected correction-cycle', 'rejected target-is-retraction']);
  });

  it('is refused where it would close a circle over records that came before their targets', async () => {
    const recording = new TestRecording();
    await recording.send([corrected('c', '2015-09', { id: 'a' })]);
    expect(
      await outcomes(
        recording,
        corrected('a', '2015-09', { id: 'b' }),
        corrected('b', '2015-09', { id: 'c' }),
      ),
    ).toEqual(['accepted', 'rejected correction-cycle']);
  });

  it('says where the mistake is', async () => {
    const [result] = await new TestRecording().send([corrected('a', '2015-09', { id: 'a' })]);
    expect(result?.faults).toEqual([{ code: 'recording.correction-cycle', pointer: '/data/corrects' }]);
  });
});

describe('a warning', () => {
  const birth = reached('birth', '2012-05', { id: 'birth' });

  it.each([
    ['a stage before the birth', reached('kita', '2012-04'), 'accepted before-birth'],
    ['a move before the birth', cloudEvent('moved-in', { occurredOn: '2012-04' }), 'accepted before-birth'],
    ['a stage in its window', reached('kita', '2016-11'), 'accepted'],
    ['a stage after every window', reached('kita', '2016-12'), 'accepted outside-every-window'],
    ['a pregnancy notice before the birth', reached('pregnancy_notice', '2012-01'), 'accepted'],
    ['a pregnancy notice of years ago', reached('pregnancy_notice', '2010-01'), 'accepted before-birth'],
    ['another birth, earlier', reached('birth', '2012-04'), 'accepted'],
    ['a retraction', retracted('birth'), 'accepted'],
    ['the birth corrected to an earlier month', corrected('birth', '2011-05'), 'accepted'],
  ])('for %s', async (_, sent, expected) => {
    const recording = new TestRecording();
    await recording.send([birth]);
    expect(await outcomes(recording, sent)).toEqual([expected]);
  });

  it('comes with a stage of the same delivery that follows its birth, and not without a known birth', async () => {
    const early = (id: string): unknown => reached('kita', '2012-04', { id });
    expect(await outcomes(new TestRecording(), early('a'), birth, early('b'))).toEqual([
      'accepted',
      'accepted',
      'accepted before-birth',
    ]);
  });

  it('goes by the birth in force: corrected or retracted', async () => {
    const recording = new TestRecording();
    await recording.send([birth, corrected('birth', '2012-01', { id: 'c' })]);
    expect(await outcomes(recording, reached('kita', '2012-04', { id: 'd' }))).toEqual(['accepted']);
    await recording.send([retracted('birth', { id: 'e' })]);
    expect(await outcomes(recording, reached('kita', '2011-01', { id: 'f' }))).toEqual(['accepted']);
  });

  it('comes with a correction as it would with the record itself', async () => {
    const recording = new TestRecording();
    await recording.send([birth, reached('kita', '2015-08', { id: 'k' })]);
    expect(
      await outcomes(
        recording,
        corrected('k', '2012-04', { id: 'c1' }),
        corrected('k', '2020-01', { id: 'c2' }),
      ),
    ).toEqual(['accepted before-birth', 'accepted outside-every-window']);
  });

  it('comes with everything after the death', async () => {
    const recording = new TestRecording();
    await recording.send([cloudEvent('died', { occurredOn: '2014-05' }, { id: 'x' })]);
    expect(
      await outcomes(
        recording,
        reached('kita', '2014-05', { id: 'a' }),
        reached('kita', '2014-06', { id: 'b' }),
        cloudEvent('moved-out', { occurredOn: '2014-07' }, { id: 'c' }),
        cloudEvent('died', { occurredOn: '2014-07' }, { id: 'd' }),
      ),
    ).toEqual(['accepted', 'accepted after-death', 'accepted after-death', 'accepted']);
  });
});
