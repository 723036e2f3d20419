import fc from 'fast-check';
import { schedulerFor } from '../definition/schedule';
import type { Scheduler } from '../definition/schedule';
import { caseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { CaseRecord } from '../records/case-record';
import { caseRecords, chains } from '../testing/arbitraries';
import { countedIn, describeCell, everyMonth } from '../testing/lines';
import { differingMeasures, emitChanges, firstDifference, sameCell } from './changes';
import { profileOf, type Cell, type Dimension, type MeasuredSteps, type Profile } from './profile';

const cases = fc.record({ records: caseRecords, chain: chains });
const profileFrom = (records: readonly CaseRecord[], scheduler: Scheduler): Profile | null => {
  const history = caseHistory(records);
  return history && profileOf(history, scheduler);
};

/** An aggregate as a read model keeps it: by cell and value, by how much the count changes in which month. */
class Aggregate {
  private readonly changes = new Map<
    string,
    { cell: Cell; name: string; value: string; months: Map<Month, number> }
  >();

  add(cells: Profile['cells'][Dimension], measures: readonly MeasuredSteps[], sign: 1 | -1): void {
    for (const measured of measures) {
      emitChanges(cells, measured, sign, (cell, { measure, stage }, value, month, n) => {
        const name = `${measure} ${stage}`.trimEnd();
        const key = [describeCell(cell), name, value].join();
        const entry = this.changes.get(key) ?? { cell, name, value, months: new Map<Month, number>() };
        entry.months.set(month, (entry.months.get(month) ?? 0) + n);
        this.changes.set(key, entry);
      });
    }
  }

  /** What is counted at a month, by summing up. */
  at(asOf: Month): { cell: Cell; name: string; value: string; n: number }[] {
    const counted = [...this.changes.values()].map(({ months, ...entry }) => {
      const n = [...months].reduce((sum, [month, change]) => (month <= asOf ? sum + change : sum), 0);
      return { ...entry, n };
    });
    return counted.filter(({ n }) => n !== 0);
  }

  /** Every change that did not cancel out. */
  list(): string[] {
    return [...this.changes].flatMap(([key, { months }]) =>
      [...months].filter(([, n]) => n !== 0).map(([month, n]) => `${key} ${month} ${n}`),
    );
  }
}

describe('the changes of a case', () => {
  it('summed up to a month are what the case is counted as in that month', () => {
    fc.assert(
      fc.property(cases, ({ records, chain }) => {
        const profile = profileFrom(records, schedulerFor(chain));
        const aggregates = { last: new Aggregate(), first: new Aggregate() };
        for (const dimension of ['last', 'first'] as const) {
          if (profile) aggregates[dimension].add(profile.cells[dimension], profile.measured, 1);
        }
        const summed = everyMonth((asOf, dimension) => {
          const entries = aggregates[dimension].at(asOf);
          if (entries.some(({ n }) => n !== 1)) throw new Error('one case is not counted as one');
          const cell = entries[0]?.cell;
          return cell ? { cell, values: new Map(entries.map(({ name, value }) => [name, value])) } : null;
        });
        expect(summed).toEqual(everyMonth((asOf, dimension) => countedIn(profile, asOf, dimension)));
      }),
      { numRuns: 100 },
    );
  });

  it('taken back and told anew with every batch of records come to the same as told once', () => {
    const batches = cases.chain((one) =>
      fc.tuple(fc.constant(one), fc.array(fc.nat({ max: one.records.length }), { maxLength: 4 })),
    );
    fc.assert(
      fc.property(batches, ([{ records, chain }, cuts]) => {
        const scheduler = schedulerFor(chain);
        const gathered = new Aggregate();
        let before: Profile | null = null;
        for (const end of [...cuts.sort((a, b) => a - b), records.length]) {
          const after = profileFrom(records.slice(0, end), scheduler);
          tellDifference(gathered, before, after);
          before = after;
        }
        const once = new Aggregate();
        if (before) once.add(before.cells.last, before.measured, 1);
        expect(gathered.list().sort()).toEqual(once.list().sort());
      }),
      { numRuns: 500 },
    );
  });

  it('are not told again where a record changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ records, chain }) => {
        const [before, after] = [records, [...records, ...records]].map((list) =>
          profileFrom(list, schedulerFor(chain)),
        );
        expect(differingMeasures(before ?? null, after ?? null, Infinity)).toEqual({ before: [], after: [] });
      }),
    );
  });
});

function tellDifference(aggregate: Aggregate, before: Profile | null, after: Profile | null): void {
  const cellsDiffer = firstDifference(before?.cells.last ?? [], after?.cells.last ?? [], sameCell);
  const differing = differingMeasures(before, after, cellsDiffer);
  if (before) aggregate.add(before.cells.last, differing.before, -1);
  if (after) aggregate.add(after.cells.last, differing.after, 1);
}
