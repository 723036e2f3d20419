import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { OCEL_SCHEMA } from './testing/ocel-schema';
import { exported, options } from './testing/small-export';

interface Ocel {
  readonly events: {
    id: string;
    type: string;
    time: string;
    relationships: { objectId: string; qualifier: string }[];
  }[];
  readonly objects: { id: string; type: string; attributes: { name: string; value: string }[] }[];
  readonly eventTypes: { name: string }[];
  readonly objectTypes: { name: string }[];
}
describe('XES', () => {
  it('has one trace per child, events in order of time, with the standard attributes', async () => {
    const text = (await exported(options('xes'))).toString();
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016"')).toBe(
      true,
    );
    expect(text).toContain('<string key="months" value="Days are not known.');
    const traces = text.split('<trace>').slice(1);
    const told = traces.map((trace) =>
      [...trace.matchAll(/"(?:concept:name|time:timestamp)" value="([^"]*)"/g)].map(([, value]) => value),
    );
    expect(told.sort()).toEqual([
      ['ben', 'birth', '2016-01-01T00:00:00.000Z', 'school', '2022-08-01T00:00:00.000Z'],
      ['lena', 'birth', '2015-06-01T00:00:00.000Z', 'moved-out', '2015-08-01T00:00:00.000Z'],
    ]);
    expect(text).toContain('<string key="area" value="D&quot;2"/>');
    expect(text.match(/<event>/g)).toHaveLength(
      text.match(/"lifecycle:transition" value="complete"\/>(?!\n {2}<\/global>)/g)?.length ?? 0,
    );
  });

  it('has its elements in the order of the standard, and every key that it declares for all events', async () => {
    const text = (await exported(options('xes'))).toString();
    const parts = [...text.matchAll(/^ {2}<(\w+)/gm)].map(([, name]) => name);
    expect(parts.filter((name, at) => name !== parts[at - 1])).toEqual([
      'extension',
      'global',
      'classifier',
      'string',
      'trace',
    ]);
    const prefixes = [...text.matchAll(/ prefix="(\w+)"/g)].map(([, prefix]) => prefix);
    const used = [...text.matchAll(/ key="(\w+):/g)].map(([, prefix]) => prefix);
    expect(used.filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
    for (const [event] of text.matchAll(/<event>.*<\/event>/g))
      for (const key of ['concept:name', 'time:timestamp', 'lifecycle:transition'])
        expect(event).toContain(`key="${key}"`);
  });

  it('tells records as they came, if asked', async () => {
    const text = (await exported(options('xes', { facts: 'recorded' }))).toString();
    expect(text.match(/<trace>/g)).toHaveLength(3);
    expect(text).toContain('<string key="concept:name" value="corrected"/>');
    expect(text).toContain('<string key="retracts" value="k"/>');
  });
});

describe('OCEL', () => {
  const read = async (facts: 'in-force' | 'recorded', key?: Buffer): Promise<Ocel> =>
    JSON.parse((await exported(options('ocel', { facts }), key)).toString()) as Ocel;

  it.each(['in-force', 'recorded'] as const)(
    'keeps to its schema, and names no object or type that it lacks: %s',
    async (facts) => {
      const log = await read(facts);
      const validate = addFormats(new Ajv({ allErrors: true })).compile(OCEL_SCHEMA);
      expect([validate(log), validate.errors]).toEqual([true, null]);
      const ids = new Set(log.objects.map(({ id }) => id));
      expect(ids.size).toBe(log.objects.length);
      const related = log.events.flatMap(({ relationships }) =>
        relationships.map(({ objectId }) => objectId),
      );
      expect(related.filter((id) => !ids.has(id))).toEqual([]);
      const types = new Set([...log.eventTypes, ...log.objectTypes].map(({ name }) => name));
      expect([...log.events, ...log.objects].filter(({ type }) => !types.has(type))).toEqual([]);
      expect(new Set(log.events.map(({ id }) => id)).size).toBe(log.events.length);
    },
  );

  it('relates each event to its child, its area and its agency', async () => {
    const { events, objects } = await read('in-force');
    expect(events.find(({ type }) => type === 'moved-out')).toMatchObject({
      id: 'event:2',
      time: '2015-08-01T00:00:00.000Z',
      relationships: [
        { objectId: 'case:lena', qualifier: 'happened to' },
        { objectId: 'area:D1', qualifier: 'lives in' },
        { objectId: 'agency:youth-office', qualifier: 'reported by' },
      ],
    });
    expect(
      objects
        .filter(({ type }) => type === 'case')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['case:ben', 'case:lena']);
    const about = objects.find(({ type }) => type === 'export');
    expect(about?.attributes).toContainEqual(expect.objectContaining({ name: 'months' }));
  });

  it('bears fresh names for cases everywhere', async () => {
    expect(JSON.stringify(await read('in-force', Buffer.alloc(32, 3)))).not.toMatch(/lena|ben\b/);
  });
});
