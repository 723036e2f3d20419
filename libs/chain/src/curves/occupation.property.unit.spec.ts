import fc from 'fast-check';
import { caseHistory } from '../history/case-history';
import { formatMonth, type Month } from '../month';
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

describe('the furthest stage by age', () => {
  it.each(CURVE_DIMENSIONS)('is, of summed counts, what was seen month by month (%s)', (dimension) => {
    fc.assert(
      fc.property(town, asOf, (cases, month) => {
        const aggregate = new CurveAggregate();
        const folded = occupation(month, dimension);
        for (const records of cases) {
          const history = caseHistory(records);
          const way = history && furthestWay(history, ORDER);
          if (history) aggregate.add(furthestContributions(history, ORDER));
          if (way) folded.addWay(way, 1);
        }
        const tables = occupation(month, dimension);
        aggregate.read(tables, () => true);
        const expected = cases.flatMap((records) => atEndOfMonths(records, month, dimension));
        expect(occupied(tables, month)).toEqual(expected.sort());
        expect(occupied(folded, month)).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});

const occupation = (month: Month, dimension: CurveDimension): GroupedTables<OccupationTable> =>
  new GroupedTables({
    asOf: month,
    dimension,
    groupOf: (_birth, stratum) => nameOf(stratum),
    newTable: () => new OccupationTable(month),
  });

/** One line for each case, month and state, as the oracle says: a case under observation in its furthest stage. */
function atEndOfMonths(records: readonly CaseRecord[], until: Month, dimension: CurveDimension): string[] {
  const facts = factsInForce(records, Infinity);
  const birth = Math.min(...facts.filter(({ stage }) => stage === 'birth').map(({ month }) => month));
  return observedMonths(facts, { from: 'birth', to: '-', asOf: until, dimension }).map(
    ({ t, stratum }) => `${nameOf(stratum)} ${t} ${furthestAt(facts, ORDER, birth + t)}`,
  );
}

/** The same out of the tables: who is in a state in a month after the transitions of that month. */
function occupied(tables: GroupedTables<OccupationTable>, asOf: Month): string[] {
  const lines: string[] = [];
  for (const [group, table] of tables.byGroup) {
    for (const [state, rows] of table.rowsByState()) {
      let open = 0;
      for (let t = 0; t <= asOf - FIRST_MONTH; t++) {
        const row = rows.find((one) => one.t === t);
        const staying = open + (row?.entries ?? 0) - (row?.events ?? 0);
        for (let n = 0; n < staying; n++) lines.push(`${group} ${t} ${state}`);
        open = staying - (row ? row.moved_out + row.died + row.censored : 0);
      }
      if (open !== 0) throw new Error(`${open} cases in ${state} never leave before ${formatMonth(asOf)}`);
    }
  }
  return lines.sort();
}
