import { estimateEvents } from './estimate-events';
import { eventsToNdjson } from './ndjson';
import { demoOptions, type SynthesisOptions } from './options';
import { synthesise } from './synthesise';

const options: SynthesisOptions = { births: { from: 2010, to: 2014 }, until: '2020-12', seed: 5 };

function count(events: Iterator<unknown>): number {
  let counted = 0;
  while (!events.next().done) counted++;
  return counted;
}

describe('the options of a synthesis', () => {
  it('the demo has at least 300,000 events, and not much more than it needs', () => {
    // Within 5 %, as the next test shows.
    expect(estimateEvents(demoOptions('2026-10'))).toBeGreaterThan(330_000);
    expect(estimateEvents(demoOptions('2026-10'))).toBeLessThan(360_000);
    expect(estimateEvents(demoOptions('2025-01'))).toBeGreaterThan(300_000);
  });

  it('estimates the number of events within 5 %', () => {
    const wanted = { ...options, scale: 0.4 };
    const events = count(synthesise(wanted));
    expect(Math.abs(estimateEvents(wanted) - events) / events).toBeLessThan(0.05);
  });

  it('takes a number of cases instead of a scale, within 5 %', () => {
    const subjects = new Set<string>();
    for (const { subject } of synthesise({ ...options, cases: 2000 })) subjects.add(subject);
    expect(Math.abs(subjects.size - 2000)).toBeLessThan(100);
  });

  it('of no cases there is nothing to tell', () => {
    expect(count(synthesise({ ...options, cases: 0 }))).toBe(0);
    expect(estimateEvents({ ...options, cases: 0 })).toBe(0);
  });

  it.each([
    ['a month that is none', { until: '2020-13' }],
    ['birth years the wrong way round', { births: { from: 2014, to: 2010 } }],
    ['a broken seed', { seed: 0.5 }],
    ['a negative scale', { scale: -1 }],
    ['cases that are no number', { cases: NaN }],
  ])('refuses %s', (_name, wrong) => {
    expect(() => count(synthesise({ ...options, ...wrong }))).toThrow(RangeError);
  });
});

describe('the NDJSON writer', () => {
  it('writes one event a line, in chunks of whole lines', () => {
    const wanted = { ...options, scale: 0.05 };
    const chunks = [...eventsToNdjson(synthesise(wanted))];
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) expect(chunk.endsWith('}\n')).toBe(true);
    const lines = chunks.join('').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...synthesise(wanted)]);
  });
});
