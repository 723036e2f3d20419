import * as fc from 'fast-check';
import { anAppend, anEvent } from '../../testing';
import { callOf, type Call } from './call';
import { pickRound } from './pick-round';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const large = (stream: string): Call =>
  callOf([anAppend(stream, { events: Array.from({ length: 6_000 }, () => anEvent()) })], NOW);

const callTo = (names: readonly string[]): Call => {
  const appends = names.map((name) => anAppend(name));
  return callOf(appends, NOW);
};

const streamsOf = ({ streams }: Call): string[] => streams.map(({ stream }) => stream);

const goesTo =
  (name: string) =>
  (call: Call): boolean =>
    streamsOf(call).includes(name);

/** Round after round, until nobody waits. */
function sendAll(calls: readonly Call[]): Call[] {
  const round = pickRound(calls);
  const names = round.flatMap(streamsOf);
  expect(new Set(names).size).toBe(names.length);
  expect(round[0]).toBe(calls[0]);
  const waiting = calls.filter((call) => !round.includes(call));
  return waiting.length > 0 ? [...round, ...sendAll(waiting)] : round;
}

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

  it('never lets two appends to one stream change places, and always takes the first', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(names, { minLength: 1 }), (plans) => {
        const calls = plans.map((plan) => callTo(plan));
        const sent = sendAll(calls);
        for (const name of ['a', 'b', 'c', 'd']) {
          expect(sent.filter(goesTo(name))).toEqual(calls.filter(goesTo(name)));
        }
      }),
    );
  });
});
