import fc from 'fast-check';
import { caseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { CaseRecord } from '../records/case-record';
import { caseRecords, LAST_MONTH, recordMonths } from '../testing/arbitraries';
import { CurveAggregate } from '../testing/curve-aggregate';
import { factsInForce } from '../testing/oracle/facts-in-force';
import { observedMonths, type ObservedMonth } from '../testing/oracle/risk-by-month';
import { curveContributions } from './contribution';
import { CURVE_DIMENSIONS, GroupedTables, type CurveDimension } from './grouped-tables';
import { RiskTable, type RiskTableRow } from './risk-table';
import { pairsInOrder } from './stage-pairs';
import type { Stratum } from './stratum';
import { wayBetween } from './way';

const ORDER = ['notice', 'birth', 'a', 'b', 'school'];
const PAIRS = pairsInOrder(ORDER);
const pair = fc
  .uniqueArray(fc.nat({ max: ORDER.length - 1 }), { minLength: 2, maxLength: 2 })
  .map((places) => places.sort((a, b) => a - b).map((place) => ORDER[place] as string))
  .map(([from = '', to = '']) => ({ from, to }));
const town = fc.array(caseRecords, { minLength: 1, maxLength: 3 });
const asOf = fc.oneof(recordMonths, fc.constantFrom(LAST_MONTH + 1, LAST_MONTH + 30));
const nameOf = ({ area, povertyRisk }: Stratum): string => `${area} ${povertyRisk}`;

interface Question {
  readonly asOf: Month;
  readonly dimension: CurveDimension;
  readonly followedTo?: Month;
  readonly groupOf?: (stratum: Stratum) => string | null;
}

const riskTables = ({
  groupOf = nameOf,
  followedTo = Infinity,
  ...question
}: Question): GroupedTables<RiskTable> =>
  new GroupedTables({
    ...question,
    groupOf: (_birth, stratum) => groupOf(stratum),
    newTable: () => new RiskTable(Math.min(question.asOf, followedTo)),
  });

function linesOf(tables: GroupedTables<RiskTable>): string[] {
  return [...tables.byGroup]
    .flatMap(([group, table]) => table.rows().map((row) => lineOf(group, row)))
    .sort();
}

function lineOf(group: string, { t, entries, events, moved_out, died, censored }: RiskTableRow): string {
  return `${group} ${t}: ${[entries, events, moved_out, died, censored].join(' ')}`;
}

/** What the oracle saw, counted by stratum and month. */
function observedLines(months: readonly ObservedMonth[]): string[] {
  const rows = new Map<string, RiskTableRow & { group: string }>();
  for (const { t, stratum, enters, ends } of months) {
    if (!enters && !ends) continue;
    const group = nameOf(stratum);
    const nothing = { group, t, entries: 0, events: 0, moved_out: 0, died: 0, censored: 0 };
    const row = rows.get(`${group} ${t}`) ?? nothing;
    rows.set(`${group} ${t}`, row);
    if (enters) row.entries++;
    if (ends) row[ends === 'event' ? 'events' : ends]++;
  }
  return [...rows.values()].map((row) => lineOf(row.group, row)).sort();
}

function aggregateOf(cases: readonly (readonly CaseRecord[])[]): CurveAggregate {
  const aggregate = new CurveAggregate();
  for (const records of cases) {
    const history = caseHistory(records);
    if (history) aggregate.add(curveContributions(history, PAIRS));
  }
  return aggregate;
}

function tablesOf(
  aggregate: CurveAggregate,
  { from, to }: { from: string; to: string },
  question: Question,
): GroupedTables<RiskTable> {
  const tables = riskTables(question);
  aggregate.read(tables, (origin, stage) => origin === from && ['', to].includes(stage));
  return tables;
}

function summed(...asked: Parameters<typeof tablesOf>): string[] {
  return linesOf(tablesOf(...asked));
}

const groupsOf = (tables: GroupedTables<RiskTable>): string[] => [...tables.byGroup.keys()].sort();

describe('the curve from one stage to another', () => {
  it.each(CURVE_DIMENSIONS)('is, of summed counts, what was seen month by month (%s)', (dimension) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(town, pair, asOf, (cases, stages, month) => {
        const observed = cases.flatMap((records) =>
          observedMonths(factsInForce(records, Infinity), { ...stages, asOf: month, dimension }),
        );
        for (const { ends } of observed) if (ends) seen.add(ends);
        expect(summed(aggregateOf(cases), stages, { asOf: month, dimension })).toEqual(
          observedLines(observed),
        );
      }),
      { numRuns: 600 },
    );
    // Whatever the seed: what no case does is not tested.
    expect([...seen].sort()).toEqual(['censored', 'died', 'event', 'moved_out']);
  });

  it('is the same for cases that are folded when it is asked for', () => {
    fc.assert(
      fc.property(
        town,
        pair,
        asOf,
        fc.constantFrom(...CURVE_DIMENSIONS),
        (cases, stages, month, dimension) => {
          const tables = riskTables({ asOf: month, dimension });
          for (const records of cases) {
            const history = caseHistory(records);
            const way = history && wayBetween(history, stages.from, stages.to);
            if (way) tables.addWay(way, 1);
          }
          expect(linesOf(tables)).toEqual(summed(aggregateOf(cases), stages, { asOf: month, dimension }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names the groups that anybody is in by then, however far the tables follow them and whoever was taken away', () => {
    fc.assert(
      fc.property(
        town,
        pair,
        asOf,
        fc.constantFrom(...CURVE_DIMENSIONS),
        (cases, stages, month, dimension) => {
          const question = { asOf: month, dimension };
          const aggregate = aggregateOf(cases);
          const whole = tablesOf(aggregate, stages, question);
          const named = new Set(linesOf(whole).map((line) => line.replace(/ \d+: .*$/, '')));
          expect(groupsOf(whole)).toEqual([...named].sort());
          const cut = tablesOf(aggregate, stages, { ...question, followedTo: month - 3 });
          expect(groupsOf(cut)).toEqual(groupsOf(whole));
          for (const records of cases) {
            const history = caseHistory(records);
            const way = history && wayBetween(history, stages.from, stages.to);
            if (way) cut.addWay(way, -1);
          }
          expect(groupsOf(cut)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not notice moves within a group, and leaves out who is not asked for', () => {
    fc.assert(
      fc.property(
        town,
        pair,
        asOf,
        fc.constantFrom(...CURVE_DIMENSIONS),
        (cases, stages, month, dimension) => {
          // Two of three areas are one group; the other one is left out.
          const groupOf = ({ area }: Stratum): string | null => (area === 'D2' ? null : 'rest');
          const merged = cases.map((records) =>
            records.map((record) =>
              record.kind === 'retracted'
                ? record
                : { ...record, povertyRisk: null, area: record.area && 'rest' },
            ),
          );
          const whole = summed(aggregateOf(cases), stages, { asOf: month, dimension, groupOf: () => 'all' });
          const alike = summed(aggregateOf(merged), stages, { asOf: month, dimension, groupOf: () => 'all' });
          expect(whole).toEqual(alike);
          const parts = ['D2', null, 'D1'].map((area) =>
            riskAt(
              summed(aggregateOf(cases), stages, {
                asOf: month,
                dimension,
                groupOf: (s) => (s.area === area ? '' : null),
              }),
            ),
          );
          const rest = riskAt(summed(aggregateOf(cases), stages, { asOf: month, dimension, groupOf }));
          for (const [t, n] of riskAt(whole).entries()) {
            expect(parts.reduce((sum, risk) => sum + (risk[t] ?? 0), 0)).toBe(n);
            expect((rest[t] ?? 0) + (parts[0]?.[t] ?? 0)).toBe(n);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('told anew with every record comes to the same as told once', () => {
    fc.assert(
      fc.property(caseRecords, (records) => {
        const gathered = new CurveAggregate();
        records.forEach((_, n) => {
          const [before, after] = [records.slice(0, n), records.slice(0, n + 1)].map((part) =>
            caseHistory(part),
          );
          if (before) gathered.add(curveContributions(before, PAIRS, after), -1);
          if (after) gathered.add(curveContributions(after, PAIRS, before));
        });
        expect(gathered.size).toBe(aggregateOf([records]).size);
        const all = caseHistory(records);
        if (all) gathered.add(curveContributions(all, PAIRS), -1);
        expect(gathered.size).toBe(0);
      }),
    );
  });
});

/** At risk in each month, from the lines of one group. */
function riskAt(lines: readonly string[]): number[] {
  const rows = lines
    .map((line) => /(\d+): (.*)$/.exec(line))
    .map((match) => ({ t: Number(match?.[1]), counts: (match?.[2] ?? '').split(' ').map(Number) }))
    .sort((a, b) => a.t - b.t);
  const risk: number[] = [];
  let open = 0;
  for (let t = 0; t <= 60; t++) {
    const [entries = 0, ...exits] = rows.find((row) => row.t === t)?.counts ?? [];
    risk.push(open + entries);
    open += entries - exits.reduce((sum, n) => sum + n, 0);
  }
  return risk;
}
