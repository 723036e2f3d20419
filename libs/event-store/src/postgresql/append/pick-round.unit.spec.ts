import * as fc from 'fast-check';
import { anAppend, anEvent } from '../../testing';
import { callOf, type Call } from './call';
import { pickRound } from './pick-round';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const large = (stream: string): Call =>
  callOf([anAppend(stream, { events: Array.from({ length: 6_000 }, () => anEvent()) })], NOW);

describe('Picking a round', () => {
  it('keeps calls apart that carry the same id', () => {
    const event = anEvent();
    const calls = ['case-1', 'case-2'].map((stream) => callOf([anAppend(stream, { events: [event] })], NOW));
    expect(pickRound(calls)).toEqual([calls[0]]);
  });

  it('stays below the size of a statement, and a large call is not overtaken for ever', () => {
    const calls = [large('case-1'), large('case-2'), callOf([anAppend('case-3')], NOW)];
    expect(pickRound(calls)).toEqual([calls[0]]);
  });

  it('never lets two appends to one stream change places', () => {
    const streams = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(streams, { minLength: 1 }), (plans) => {
        let waiting = plans.map((names) =>
          callOf(
            names.map((name) => anAppend(name)),
            NOW,
          ),
        );
        const sent: Call[] = [];
        while (waiting.length > 0) {
          const round = pickRound(waiting);
          const names = round.flatMap(({ streams }) => streams.map(({ stream }) => stream));
          expect(new Set(names).size).toBe(names.length);
          expect(round[0]).toBe(waiting[0]);
          sent.push(...round);
          waiting = waiting.filter((call) => !round.includes(call));
        }
        expect(sent).toHaveLength(plans.length);
      }),
    );
  });
});
