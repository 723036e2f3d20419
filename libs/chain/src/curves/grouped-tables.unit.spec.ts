import { GroupedTables } from './grouped-tables';
import type { StepTable } from './step-table';

const STRATUM = { area: 'north', povertyRisk: null };
const MONTH = 500;

/** Entries of one case on the way to a stage; '' is to all of them. */
const entryTo = (to: string) => ({
  birth: MONTH,
  origin: MONTH,
  strata: [{ from: -Infinity, value: STRATUM }],
  steps: [{ from: 'birth', to, step: { kind: 'enter' as const, month: MONTH, stratum: STRATUM } }],
});

const tablesOf = (stages?: string[]): GroupedTables<StepTable> =>
  new GroupedTables({
    asOf: MONTH,
    dimension: 'then',
    groupOf: () => 'all',
    newTable: () => ({ stages, add: () => undefined, leave: () => undefined }),
  });

describe('the groups that anybody had entered', () => {
  it('stay while a table of several stages has entries on the way to one of them, whatever another takes away', () => {
    const tables = tablesOf(['a', 'b']);
    tables.addWay(entryTo('a'), 1);
    tables.addWay(entryTo('b'), -1);
    expect([...tables.byGroup.keys()]).toEqual(['all']);
  });

  it('go when each stage takes away what is common to all', () => {
    const tables = tablesOf(['a', 'b']);
    tables.addWay(entryTo(''), 1);
    tables.addWay(entryTo('a'), -1);
    expect(tables.byGroup.size).toBe(1);
    tables.addWay(entryTo('b'), -1);
    expect(tables.byGroup.size).toBe(0);
  });

  it('go when the one stage of a table takes away what was entered', () => {
    const tables = tablesOf();
    tables.addWay(entryTo(''), 1);
    tables.addWay(entryTo('a'), -1);
    expect(tables.byGroup.size).toBe(0);
  });
});
