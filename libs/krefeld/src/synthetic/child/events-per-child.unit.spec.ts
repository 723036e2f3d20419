import { synthesise } from '../stream/synthesise';

describe('the volume of the synthetic town', () => {
  it('is about 24 events for a child who goes through both chains', () => {
    const children = new Map<string, { events: number; stages: Set<string> }>();
    for (const { subject, data } of synthesise({
      births: { from: 2006, to: 2008 },
      until: '2032-12',
      seed: 1,
    })) {
      const child = children.get(subject) ?? { events: 0, stages: new Set() };
      child.events++;
      if ('stage' in data && data.stage) child.stages.add(data.stage);
      children.set(subject, child);
    }
    const ends = ['pregnancy_notice', 'early_help', 'kita', 'u9', 'j1', 'follow_on'];
    const through = [...children.values()].filter(({ stages }) => ends.every((stage) => stages.has(stage)));
    const mean = through.reduce((sum, { events }) => sum + events, 0) / through.length;
    expect(through.length).toBeGreaterThan(100);
    expect(Math.abs(mean - 24)).toBeLessThan(1.5);
  });
});
