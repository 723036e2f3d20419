import { corrected, linked, reached, retracted, unlinked } from '../testing/events';
import { short, TestRecording } from '../testing/recording';

const outcomes = async (recording: TestRecording, ...rows: unknown[]): Promise<string[]> =>
  (await recording.send(rows)).map(short);

const ofBoth = [
  reached('kita', '2015-08', { id: 'k1', subject: 'c1' }),
  reached('kita', '2016-08', { id: 'k2', subject: 'c2' }),
];

describe('a link of two cases', () => {
  it('is stored with its subject, said again a duplicate, and with another end refused', async () => {
    const recording = new TestRecording();
    await recording.send(ofBoth);
    expect(await outcomes(recording, linked('c1', 'c2', { id: 'l' }))).toEqual(['accepted']);
    expect(
      await outcomes(recording, linked('c1', 'c2', { id: 'l' }), linked('c1', 'c3', { id: 'l' })),
    ).toEqual(['duplicate', 'rejected same-id-different-content']);
    const [stored] = (await recording.store.readStreams(['case-c1'])).slice(-1);
    expect(stored).toMatchObject({
      type: 'lueckenlos.cases-linked.v1',
      data: { other: 'c2' },
      metadata: { subject: 'c1', senderId: 'l' },
    });
  });

  it('comes with a warning while either case has no record, an earlier row included', async () => {
    const [first, second] = ofBoth;
    const recording = new TestRecording();
    const rows = [linked('c1', 'c2', { id: 'a' }), first, linked('c1', 'c2', { id: 'b' }), second];
    expect(await outcomes(recording, ...rows, unlinked('c2', 'c1', { id: 'c' }))).toEqual([
      'accepted linked-case-not-yet-known',
      'accepted',
      'accepted linked-case-not-yet-known',
      'accepted',
      'accepted',
    ]);
    expect(await outcomes(recording, linked('c1', 'c2', { id: 'd' }))).toEqual(['accepted']);
    expect(await outcomes(recording, linked('c1', 'c3', { id: 'e' }))).toEqual([
      'accepted linked-case-not-yet-known',
    ]);
  });

  it('is neither corrected nor retracted, stored or an earlier row', async () => {
    const recording = new TestRecording();
    await recording.send([...ofBoth, linked('c1', 'c2', { id: 'l' })]);
    expect(
      await outcomes(
        recording,
        corrected('l', '2015-09', { id: 'x' }),
        retracted('l', { id: 'y' }),
        unlinked('c1', 'c2', { id: 'm' }),
        retracted('m', { id: 'z' }),
      ),
    ).toEqual([
      'rejected target-not-correctable',
      'rejected target-not-correctable',
      'accepted',
      'rejected target-not-correctable',
    ]);
  });
});
