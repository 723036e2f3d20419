import {
  caseHistory,
  effectiveFacts,
  formatMonth,
  parseMonth,
  RecordSet,
  schedulerFor,
  statusAt,
  stageViews,
  valueAt,
} from '@lueckenlos/chain';
import { clocks, count, example, expectedRows, expectedTable, TABLES, type Table } from './example';
import { pureTables, recordsByCase } from './pure-tables';

const cases = recordsByCase(example.lines());

describe.each(clocks())('the worked example as of $asOf, known before $knownBefore', (at) => {
  const tables = pureTables(example.chain, cases, at);

  it.each(TABLES)('%s comes out of the pure library exactly', (name) => {
    expect(tables[name]).toEqual(expectedTable(name, at));
  });

  it('counts known records, effective facts and parked records', () => {
    const counted: Table = new Map();
    for (const records of cases.values()) {
      const set = new RecordSet(records, Date.parse(at.knownBefore));
      for (const record of set.records) {
        count(counted, `known records,${record.kind}`);
        const target =
          record.kind === 'retracted'
            ? record.retracts
            : record.kind === 'corrected'
              ? record.corrects
              : null;
        if (target !== null && !set.find(record.source, target)) {
          count(counted, `known, target not (yet) known,${record.kind}`);
        }
      }
      for (const { kind, stage } of effectiveFacts(records, Date.parse(at.knownBefore))) {
        count(counted, `effective facts,${stage === null ? kind : `${kind}/${stage}`}`);
      }
    }
    const expected = expectedRows('counters').filter(([knownBefore]) => knownBefore === at.knownBefore);
    expect(counted).toEqual(
      new Map(expected.map(([, counter, what, n]) => [`${counter},${what}`, Number(n)])),
    );
  });
});

const CODES = new Map(expectedRows('status_codes').map(([code, status]) => [status, code]));
const scheduler = schedulerFor(example.chain);

describe.each([
  { asOf: '2015-05', knownBefore: '2016-08-01' },
  { asOf: '2026-06', knownBefore: '2026-07-01' },
])('each case of the worked example as of $asOf', ({ asOf, knownBefore }) => {
  const month = parseMonth(asOf) ?? NaN;

  it('has the birth, entry, dimensions and statuses that were worked out by brute force', () => {
    const rows = expectedRows(`case_status.${asOf}.${knownBefore}`);
    expect(rows.map(([id]) => describeCase(String(id)))).toEqual(rows);
  });

  function describeCase(id: string): (string | undefined)[] {
    const history = caseHistory(cases.get(id) ?? [], Date.parse(`${knownBefore}T00:00:00Z`));
    const schedule = scheduler(history?.birth ?? NaN);
    if (!history || !schedule) return [id];
    const statuses = stageViews(history, schedule).map((view) => CODES.get(statusAt(history, view, month)));
    return [
      id,
      formatMonth(history.birth ?? NaN),
      formatMonth(history.spells[0]?.start ?? NaN),
      valueAt(history.area.last, month) ?? 'unknown',
      String(valueAt(history.povertyRisk.last, month) ?? 'unknown'),
      statuses.join(''),
    ];
  }
});
