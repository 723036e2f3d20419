import type { ExportRow } from '../rows/export-row';
import { instantOf, type Trace } from '../rows/trace';
import { MONTHS_NOTE } from './months-note';
import { quoted } from './xml';

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
] as const;

/**
 * One trace per case as XES (IEEE 1849), events in order.
 * @param about asked for once the first traces are there: by then it is known how far the log goes
 */
export async function* xes(
  traces: AsyncIterable<readonly Trace[]>,
  about: () => Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  const rest = traces[Symbol.asyncIterator]();
  let next = await rest.next();
  yield `${HEAD}${Object.entries({ ...about(), months: MONTHS_NOTE })
    .map(attributeLine)
    .join('')}`;
  for (; next.done !== true; next = await rest.next()) yield next.value.map(traceElement).join('');
  yield '</log>\n';
}

const attributeLine = ([key, value]: [string, string]): string => `  ${attribute('string', key, value)}\n`;

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<log xes.version="1849.2016" xes.features="">',
  ...EXTENSIONS.map(
    ([name, prefix]) =>
      `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
  ),
  '  <global scope="trace">',
  `    ${attribute('string', 'concept:name', '')}`,
  '  </global>',
  '  <global scope="event">',
  `    ${attribute('string', 'concept:name', '')}`,
  `    ${attribute('date', 'time:timestamp', '1970-01-01T00:00:00.000Z')}`,
  `    ${attribute('string', 'lifecycle:transition', 'complete')}`,
  '  </global>',
  '  <classifier name="Activity" scope="event" keys="concept:name"/>',
  '',
].join('\n');

function traceElement({ case: name, rows }: Trace): string {
  return `  <trace>\n    ${attribute('string', 'concept:name', name)}\n${rows.map(eventElement).join('')}  </trace>\n`;
}

function eventElement(row: ExportRow): string {
  const { agency, area, povertyRisk, corrects, retracts } = row;
  const attributes = [
    attribute('string', 'concept:name', row.stage ?? row.kind),
    attribute('date', 'time:timestamp', instantOf(row)),
    attribute('string', 'lifecycle:transition', 'complete'),
    optional('string', 'org:group', agency),
    attribute('string', 'kind', row.kind),
    optional('string', 'area', area),
    optional('boolean', 'povertyRisk', povertyRisk),
    attribute('date', 'knownAt', row.knownAt),
    attribute('int', 'position', row.position),
    attribute('string', 'id', row.id),
    optional('string', 'corrects', corrects),
    optional('string', 'retracts', retracts),
  ];
  return `    <event>${attributes.join('')}</event>\n`;
}

function optional(type: string, key: string, value: string | boolean | null): string {
  return value === null ? '' : attribute(type, key, String(value));
}

function attribute(type: string, key: string, value: string): string {
  return `<${type} key="${key}" value=${quoted(value)}/>`;
}
