import type { StoredEvent } from '../port';
import { anEvent } from '../testing';
import { EventRegistry, type EventVersion } from './event-registry';
import { UnknownEventError, UnreadableEventError } from './registry-errors';

const TYPE = 'lueckenlos.moved-in.v1';
const byDay: EventVersion = {
  accepts: ({ day }) => typeof day === 'string',
  upcast: ({ day, ...rest }) => ({ ...rest, occurredOn: String(day).slice(0, 7) }),
};
const byMonth: EventVersion = {
  accepts: ({ occurredOn }) => typeof occurredOn === 'string',
  upcast: (data) => ({ area: null, ...data }),
};
const withArea: EventVersion = { accepts: ({ area }) => area !== undefined };
const registry = new EventRegistry().define(TYPE, byDay, byMonth, withArea);

const stored = (schemaVersion: number, data: Record<string, unknown>, type = TYPE): StoredEvent => ({
  ...anEvent({ type, schemaVersion, data }),
  stream: 'case-1',
  revision: 0n,
  position: 7n,
  recordedAt: '2026-03-01T12:00:00.000Z',
});

describe('The registry of events', () => {
  it.each([
    ['two versions ago', 1, { day: '2024-05-17' }],
    ['one version ago', 2, { occurredOn: '2024-05' }],
    ['now', 3, { occurredOn: '2024-05', area: null }],
  ])('reads an event stored under the schema of %s as one of the newest', (_when, version, data) => {
    const old = stored(version, data);
    expect(registry.upcast(old)).toEqual({
      ...old,
      schemaVersion: 3,
      data: { occurredOn: '2024-05', area: null },
    });
    expect(old.data).toEqual(data);
  });

  it('tells under which version new events are stored, and whether their data fits it', () => {
    expect(registry.newestVersion(TYPE)).toBe(3);
    expect(registry.accepts(TYPE, 3, { area: '110' })).toBe(true);
    expect(registry.accepts(TYPE, 3, {})).toBe(false);
  });

  it('stops at a type or a version that this release does not know', () => {
    expect(() => registry.upcast(stored(4, {}))).toThrow(UnknownEventError);
    expect(() => registry.upcast(stored(1, {}, 'lueckenlos.unheard-of.v1'))).toThrow(UnknownEventError);
  });

  it('stops at data that does not have the shape of its version, and names the place but not the data', () => {
    const broken = (): unknown => registry.upcast(stored(2, { name: 'secret' }));
    expect(broken).toThrow(UnreadableEventError);
    expect(broken).toThrow(expect.not.stringContaining('secret') as string);
    expect(broken).toThrow('position 7');
  });

  it('refuses a chain of versions with a gap and a type that is defined twice', () => {
    expect(() => new EventRegistry().define(TYPE, withArea, byMonth)).toThrow('no upcaster');
    expect(() => new EventRegistry().define(TYPE, withArea).define(TYPE, withArea)).toThrow('twice');
  });
});
