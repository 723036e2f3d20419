import {
  MemoryEventStore,
  StoreUnavailableError,
  type AppendedEvent,
  type StreamAppend,
} from '@lueckenlos/event-store';
import { reached } from '../testing/events';
import { short, TestRecording } from '../testing/recording';

/** A log that stores case by case, and goes away behind the first one. */
class AwayInTheMiddle extends MemoryEventStore {
  isAway = true;

  override async append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]> {
    if (!this.isAway) return super.append(streams, recordedAt);
    throw new StoreUnavailableError(undefined, await super.append(streams.slice(0, 1), recordedAt));
  }
}

const rows = ['a', 'b', 'c'].map((id) => reached('kita', '2015-08', { id, subject: `child-${id}` }));

describe('a delivery in the middle of which the log goes away', () => {
  it.each(['each', 'all'] as const)(
    'is told what is in, and is completed by its repetition (mode=%s)',
    async (mode) => {
      const log = new AwayInTheMiddle();
      const recording = new TestRecording(log);
      await expect(recording.send(rows, { mode })).rejects.toMatchObject({
        status: 503,
        faults: [{ code: 'recording.stored-in-part', params: { stored: 1, sent: 3 } }],
        options: { retryAfterSeconds: 5, members: { stored: ['a'] } },
      });
      log.isAway = false;
      expect((await recording.send(rows, { mode })).map(short)).toEqual([
        'duplicate',
        'accepted',
        'accepted',
      ]);
    },
  );
});
