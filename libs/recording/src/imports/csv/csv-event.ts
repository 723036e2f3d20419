import type { CsvColumn } from './csv-header';

const IN_DATA: readonly CsvColumn[] = [
  'occurredOn',
  'stage',
  'area',
  'povertyRisk',
  'corrects',
  'retracts',
  'reason',
  'other',
];
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/**
 * The CloudEvent that a row stands for. An empty field is an absent member; whatever else is in it goes through the
 * same rules as an event in JSON.
 */
export function csvEvent(columns: readonly CsvColumn[], fields: readonly string[], source: string): object {
  const sent = new Map<CsvColumn, string>();
  columns.forEach((column, at) => {
    const field = fields[at];
    if (field !== undefined && field !== '') sent.set(column, field);
  });
  const type = sent.get('type');
  return {
    specversion: '1.0',
    source,
    ...membersOf(sent, ['id', 'subject', 'knownat']),
    ...(type === undefined ? {} : { type: `lueckenlos.${type}.v1` }),
    data: membersOf(sent, IN_DATA),
  };
}

function membersOf(
  sent: ReadonlyMap<CsvColumn, string>,
  columns: readonly CsvColumn[],
): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const column of columns) {
    const text = sent.get(column);
    if (text === undefined) continue;
    members[column] = column === 'povertyRisk' ? (BOOLEANS[text] ?? text) : text;
  }
  return members;
}
