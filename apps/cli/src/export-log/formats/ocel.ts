import type { ExportRow } from '../rows/export-row';
import { instantOf, type Trace } from '../rows/trace';
import { MONTHS_NOTE } from './months-note';

interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[];
}

const EVENT_ATTRIBUTES = ['kind', 'povertyRisk', 'knownAt', 'id', 'corrects', 'retracts'] as const;
const OBJECT_TYPES = ['case', 'area', 'agency'] as const;

/** Keeps texts until they are read again, once: there are as many cases as children. */
export interface Shelf {
  add(texts: readonly string[]): Promise<void>;
  texts(): AsyncIterable<readonly string[]>;
}

/**
 * Events and the objects they are about as OCEL 2.0 JSON: each event is about a case, and about the area and the agency it names.
 * The members come in an order in which nothing has to be held but areas, agencies and types.
 */
export async function* ocel(
  traces: AsyncIterable<readonly Trace[]>,
  about: () => Readonly<Record<string, string>>,
  cases: Shelf,
): AsyncGenerator<string> {
  const [others, types] = [new Map<string, OcelObject>(), new Set<string>()];
  yield '{"events":[';
  let separator = '\n';
  for await (const some of traces) {
    await cases.add(some.map(({ case: name }) => JSON.stringify(object('case', name))));
    for (const { rows } of some) {
      for (const row of rows) {
        types.add(row.stage ?? row.kind);
        for (const other of othersOf(row)) others.set(other.id, other);
      }
      yield `${separator}${rows.map((row) => JSON.stringify(event(row))).join(',\n')}`;
      separator = ',\n';
    }
  }
  yield '\n],"objects":[\n';
  yield JSON.stringify({ ...object('export', 'export'), attributes: attributesOf(about()) });
  for (const other of others.values()) yield `,\n${JSON.stringify(other)}`;
  for await (const texts of cases.texts()) yield texts.map((text) => `,\n${text}`).join('');
  yield `\n],"eventTypes":${JSON.stringify([...types].sort().map(eventType))}`;
  yield `,"objectTypes":${JSON.stringify(objectTypes(about()))}}\n`;
}

function event(row: ExportRow): object {
  return {
    id: `event:${row.position}`,
    type: row.stage ?? row.kind,
    time: instantOf(row),
    attributes: EVENT_ATTRIBUTES.flatMap((name) =>
      row[name] === null ? [] : [{ name, value: String(row[name]) }],
    ),
    relationships: [
      { objectId: `case:${row.case}`, qualifier: 'happened to' },
      ...(row.area === null ? [] : [{ objectId: `area:${row.area}`, qualifier: 'lives in' }]),
      ...(row.agency === null ? [] : [{ objectId: `agency:${row.agency}`, qualifier: 'reported by' }]),
    ],
  };
}

function othersOf({ area, agency }: ExportRow): OcelObject[] {
  return [
    ...(area === null ? [] : [object('area', area)]),
    ...(agency === null ? [] : [object('agency', agency)]),
  ];
}

const object = (type: string, name: string): OcelObject => ({ id: `${type}:${name}`, type, attributes: [] });

const EPOCH = '1970-01-01T00:00:00.000Z';

function attributesOf(about: Readonly<Record<string, string>>): OcelObject['attributes'] {
  return Object.entries({ ...about, months: MONTHS_NOTE }).map(([name, value]) => ({
    name,
    value,
    time: EPOCH,
  }));
}

function eventType(name: string): object {
  const attributes = EVENT_ATTRIBUTES.map((attribute) => ({
    name: attribute,
    type: TYPES[attribute] ?? 'string',
  }));
  return { name, attributes };
}

const TYPES: Readonly<Record<string, string>> = { povertyRisk: 'boolean', knownAt: 'time' };

function objectTypes(about: Readonly<Record<string, string>>): object[] {
  const names = [...Object.keys(about), 'months'];
  return [
    ...OBJECT_TYPES.map((name) => ({ name, attributes: [] })),
    { name: 'export', attributes: names.map((name) => ({ name, type: 'string' })) },
  ];
}
