import { faultsOf } from '../testing/well-formed';
import { eventsToNdjson } from './ndjson';
import type { SynthesisOptions } from './options';
import { synthesise } from './synthesise';
import { LOST_MARK, type SyntheticEvent } from './synthetic-event';

const small: SynthesisOptions = { scale: 0.05, births: { from: 2008, to: 2012 }, until: '2024-06', seed: 42 };
const bytes = (options: SynthesisOptions) => [...eventsToNdjson(synthesise(options))].join('');

describe('synthesise', () => {
  const events = [...synthesise(small)];

  it('gives the same bytes for the same seed and others for another one', () => {
    expect(bytes(small)).toBe(bytes({ ...small }));
    expect(bytes({ ...small, seed: 43 })).not.toBe(bytes(small));
  });

  it('yields events that the intake takes', () => {
    expect(events.length).toBeGreaterThan(5000);
    for (const event of events) expect(faultsOf(event)).toEqual([]);
  });

  it('yields them in order of their known instants, none after the last month', () => {
    const known = events.map((event) => event.knownat);
    expect(known).toEqual([...known].sort());
    expect(known.at(-1)! < '2024-07-01T00:00:00Z').toBe(true);
    expect(known.at(-1)! >= '2024-06-01T00:00:00Z').toBe(true);
  });

  it('knows nothing before it happened, moved births and mistaken months included', () => {
    for (const { data, knownat } of events) {
      if ('occurredOn' in data) expect(data.occurredOn <= knownat.slice(0, 7)).toBe(true);
    }
  });

  it('only goes on when the last month is later', () => {
    expect(bytes(small).startsWith(bytes({ ...small, until: '2015-03' }))).toBe(true);
  });

  it('tells the same about a child whatever other children there are', () => {
    const more = linesByCase([...synthesise({ ...small, births: { from: 2008, to: 2013 } })]);
    for (const [subject, lines] of linesByCase(events)) expect(more.get(subject)).toEqual(lines);
  });

  it('uses an id for one content only, and delivers some records twice', () => {
    const contents = new Map<string, string>();
    for (const event of events) {
      const content = JSON.stringify(event);
      expect(contents.get(event.id) ?? content).toBe(content);
      contents.set(event.id, content);
    }
    expect(contents.size).toBeLessThan(events.length);
  });
});

describe('corrections and retractions', () => {
  // Everything has become known long before this month, so that no target is cut off.
  const events = [...synthesise({ ...small, scale: 0.2, until: '2045-12' })];
  const byId = new Map(events.map((event) => [event.id, event]));
  const pointers = events.flatMap((event) => {
    const target = targetOf(event);
    return target === null ? [] : [{ event, target }];
  });

  it('name an earlier or later record of the same sender and case, or one marked as lost', () => {
    expect(pointers.length).toBeGreaterThan(500);
    for (const { event, target } of pointers) {
      const named = byId.get(target);
      expect(named === undefined).toBe(target.includes(LOST_MARK));
      if (named) expect([named.source, named.subject]).toEqual([event.source, event.subject]);
      expect(target.startsWith(`${event.subject}-`)).toBe(true);
    }
  });

  it('come in two steps, before their target, for corrections and without any target', () => {
    const corrections = pointers.filter(({ event }) => event.type === 'lueckenlos.corrected.v1');
    const retractions = pointers.filter(({ event }) => event.type === 'lueckenlos.retracted.v1');
    const typeOf = ({ target }: { target: string }) => byId.get(target)?.type;
    const isCorrection = (pointer: { target: string }) => typeOf(pointer) === 'lueckenlos.corrected.v1';
    expect(corrections.some(isCorrection)).toBe(true);
    expect(retractions.some(isCorrection)).toBe(true);
    expect(corrections.some(({ event, target }) => (byId.get(target)?.knownat ?? '') > event.knownat)).toBe(
      true,
    );
    expect(pointers.some((pointer) => typeOf(pointer) === undefined)).toBe(true);
  });

  it('never retract a retraction', () => {
    for (const { target } of pointers) expect(byId.get(target)?.type).not.toBe('lueckenlos.retracted.v1');
  });
});

function targetOf({ data }: SyntheticEvent): string | null {
  if ('corrects' in data) return data.corrects;
  return 'retracts' in data ? data.retracts : null;
}

function linesByCase(events: readonly SyntheticEvent[]): Map<string, string[]> {
  const cases = new Map<string, string[]>();
  for (const event of events) {
    const lines = cases.get(event.subject) ?? [];
    lines.push(JSON.stringify(event));
    cases.set(event.subject, lines);
  }
  return cases;
}
