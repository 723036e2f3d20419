import { MemoryEventStore } from '@lueckenlos/event-store';
import { isStoredPartnerEvent } from '../stored/stored-partner-event';
import { linked, unlinked } from '../testing/events';
import { TestRecording } from '../testing/recording';
import { linkStates } from './link-states';

const at = (day: number, id: string): Record<string, string> => ({
  id,
  knownat: `2025-01-0${day}T00:00:00Z`,
});

/** How links stand, in the order in which they were sent. */
async function states(...sent: readonly unknown[]): Promise<string[]> {
  const recording = new TestRecording(new MemoryEventStore());
  await recording.send(sent);
  const stored = (await recording.store.readStreams(['case-a', 'case-b', 'case-c'])).filter(
    isStoredPartnerEvent,
  );
  const byId = linkStates([...stored].reverse());
  return [...stored]
    .sort((one, other) => Number(one.position - other.position))
    .map(({ id }) => byId.get(id) ?? 'none');
}

describe('a link', () => {
  it('is in force until the opposite is known, from whichever end', async () => {
    expect(await states(linked('a', 'b', at(1, 'x')), unlinked('b', 'a', at(2, 'y')))).toEqual([
      'undone',
      'in-force',
    ]);
  });

  it('goes by when things were known, not by when they arrived', async () => {
    expect(await states(unlinked('a', 'b', at(2, 'x')), linked('a', 'b', at(1, 'y')))).toEqual([
      'in-force',
      'undone',
    ]);
  });

  it('goes by the id where both were known at one instant', async () => {
    expect(await states(unlinked('a', 'b', at(1, 'y')), linked('a', 'b', at(1, 'z')))).toEqual([
      'undone',
      'in-force',
    ]);
  });

  it('said twice is in force twice, and does not touch another pair', async () => {
    const sent = [linked('a', 'b', at(1, 'x')), linked('a', 'b', at(2, 'y')), unlinked('a', 'c', at(3, 'z'))];
    expect(await states(...sent)).toEqual(['in-force', 'in-force', 'in-force']);
  });
});
