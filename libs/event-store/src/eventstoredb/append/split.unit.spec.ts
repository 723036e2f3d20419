import type { RawNewEvent } from '../client/log-client';
import { splitBySize } from './split';

const text = (length: number): { readonly note: string } => ({ note: 'x'.repeat(length) });
const anEvent = (id: string, data: number, metadata: number): RawNewEvent => {
  return { id, type: 'lueckenlos.stage-reached.v1', data: text(data), metadata: text(metadata) };
};
const idsOf = (pieces: RawNewEvent[][]): string[][] => pieces.map((piece) => piece.map(({ id }) => id));

describe('Events for one append too many', () => {
  it('go in pieces that keep their order, by data and metadata, because newer servers count both', () => {
    const events = [
      anEvent('a', 10, 600),
      anEvent('b', 600, 10),
      anEvent('c', 10, 10),
      anEvent('d', 10, 600),
    ];
    expect(idsOf(splitBySize(events, 1_500))).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('are counted in bytes, not in characters', () => {
    const events = [{ ...anEvent('a', 0, 0), data: { note: 'ü'.repeat(700) } }];
    expect(() => splitBySize(events, 1_500)).toThrow('event-store.too-large');
    expect(idsOf(splitBySize(events, 2_000))).toEqual([['a']]);
  });
});
