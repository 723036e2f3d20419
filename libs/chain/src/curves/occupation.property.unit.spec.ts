import fc from 'fast-check';
import { caseHistory } from '../history/case-history';
import type { ExitReason } from '../history/presence';
import type { Month } from '../month';
import type { CaseRecord } from '../records/case-record';
import { caseRecords, FIRST_MONTH, LAST_MONTH, recordMonths } from '../testing/arbitraries';
import { CurveAggregate } from '../testing/curve-aggregate';
import { factsInForce } from '../testing/oracle/facts-in-force';
import { furthestAt, observedMonths } from '../testing/oracle/risk-by-month';
import { furthestContributions } from './contribution';
import { CURVE_DIMENSIONS, GroupedTables, type CurveDimension } from './grouped-tables';
import { OccupationTable } from './occupation-table';
import type { Stratum } from './stratum';
import { furthestWay } from './way';

const ORDER = ['notice', 'birth', 'a', 'b', 'school'];
const town = fc.array(caseRecords, { minLength: 1, maxLength: 3 });
const asOf = fc.oneof(recordMonths, fc.constantFrom(LAST_MONTH + 1, LAST_MONTH + 30));
const nameOf = ({ area, povertyRisk }: Stratum): string => `${area} ${povertyRisk}`;

const REASONS = ['moved_out', 'died'] as const;
const reasons = fc.subarray<ExitReason>([...REASONS]).map((list) => new Set(list));

describe('the furthest stage by age', () => {
  it.each(CURVE_DIMENSIONS)('is, of summed counts, what was seen month by month (%s)', (dimension) => {
    fc.assert(
      fc.property(town, asOf, reasons, (cases, month, competing) => {
        const aggregate = new CurveAggregate();
        const [summed, folded] = [
          occupation(month, dimension, competing),
          occupation(month, dimension, competing),
        ];
        for (const records of cases) {
          const [before, history] = [caseHistory(records.slice(1)), caseHistory(records)];
          const way = history && furthestWay(history, ORDER);
          if (before) aggregate.add(furthestContributions(before, ORDER));
          if (before) aggregate.add(furthestContributions(before, ORDER, history), -1);
          if (history) aggregate.add(furthestContributions(history, ORDER, before));
          if (way) folded.addWay(way, 1);
        }
        aggregate.read(summed, () => true);
        const expected = cases
          .flatMap((records) => seen(records, { asOf: month, dimension, competing }))
          .sort();
        expect(occupied(summed, month)).toEqual(expected);
        expect(occupied(folded, month)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('tells of who left whether that competes, and never of more than there were', () => {
    fc.assert(
      fc.property(town, asOf, reasons, (cases, month, competing) => {
        const tables = occupation(month, 'then', competing);
        const closed = { moved_out: 0, died: 0 };
        for (const records of cases) {
          const history = caseHistory(records);
          const way = history && furthestWay(history, ORDER);
          if (!way) continue;
          tables.addWay(way, 1);
          for (const { step } of way.steps)
            if ((step.kind === 'moved_out' || step.kind === 'died') && step.month <= month)
              closed[step.kind]++;
        }
        const gone = { moved_out: 0, died: 0 };
        for (const table of tables.byGroup.values())
          for (const { transitions } of table.rows())
            for (const { to, n } of transitions) {
              expect(n).toBeGreaterThan(0);
              if (to === 'moved_out' || to === 'died') gone[to] += n;
            }
        for (const reason of REASONS) expect(gone[reason]).toBe(competing.has(reason) ? closed[reason] : 0);
      }),
      { numRuns: 200 },
    );
  });
});

const occupation = (
  month: Month,
  dimension: CurveDimension,
  competing: ReadonlySet<ExitReason>,
): GroupedTables<OccupationTable> =>
  new GroupedTables({
    asOf: month,
    dimension,
    groupOf: (_birth, stratum) => nameOf(stratum),
    newTable: () => new OccupationTable(month, competing),
  });

/** One line for each case and month, as the oracle says: under observation, not gone by a competing reason at its end. */
function seen(
  records: readonly CaseRecord[],
  { competing, ...question }: { asOf: Month; dimension: CurveDimension; competing: ReadonlySet<ExitReason> },
): string[] {
  const facts = factsInForce(records, Infinity);
  const birth = Math.min(...facts.filter(({ stage }) => stage === 'birth').map(({ month }) => month));
  return observedMonths(facts, { from: 'birth', to: '-', ...question })
    .filter(({ ends }) => !competing.has(ends as ExitReason))
    .map(({ t, stratum }) => `${nameOf(stratum)} ${t} ${furthestAt(facts, ORDER, birth + t)}`);
}

/** The same out of the tables: who is in a state after the transitions of a month, less who leaves in it. */
function occupied(tables: GroupedTables<OccupationTable>, asOf: Month): string[] {
  const lines: string[] = [];
  for (const [group, table] of tables.byGroup) {
    const states = new Map<string, number>();
    const move = (state: string, n: number): void => {
      states.set(state, (states.get(state) ?? 0) + n);
    };
    const rows = new Map(table.rows().map((row) => [row.t, row]));
    for (let t = 0; t <= asOf - FIRST_MONTH; t++) {
      const { entries = {}, transitions = [], censored = {} } = rows.get(t) ?? {};
      for (const [state, n] of Object.entries(entries)) move(state, n);
      for (const { from, to, n } of transitions) {
        move(from, -n);
        move(to, n);
      }
      for (const state of ORDER)
        for (let n = 0; n < (states.get(state) ?? 0); n++) lines.push(`${group} ${t} ${state}`);
      for (const [state, n] of Object.entries(censored)) move(state, -n);
    }
    for (const state of ORDER) if (states.get(state)) throw new Error(`some stay in ${state} for ever`);
  }
  return lines.sort();
}
