import fc from 'fast-check';
import { caseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { CaseRecord } from '../records/case-record';
import { caseRecords, recordMonths } from '../testing/arbitraries';
import { factsInForce } from '../testing/oracle/facts-in-force';
import { observedMonths, type ObservedMonth } from '../testing/oracle/risk-by-month';
import { quarterRuns, type QuarterExit } from './quarters';
import type { Stratum } from './stratum';

const STAGES = ['a', 'b'];

interface Quarter {
  readonly stage: string;
  readonly quarter: number;
  readonly stratum: Stratum;
  readonly exit: QuarterExit | null;
}

/** From the months lived through: quarter 0 is month 0, quarter q the months 3q − 2 to 3q. */
function quartersLived(records: readonly CaseRecord[], stage: string, asOf: Month): Quarter[] {
  const facts = factsInForce(records, Infinity);
  const birth = Math.min(
    ...facts.filter((fact) => fact.stage === 'birth' && fact.month <= asOf).map(({ month }) => month),
  );
  const months = observedMonths(facts, { from: 'birth', to: stage, asOf, dimension: 'then' });
  const quarters: Quarter[] = [];
  for (let quarter = 0; birth + 3 * quarter <= asOf; quarter++) {
    const first = Math.max(0, 3 * quarter - 2);
    const stratum = months.find(({ t }) => t === first)?.stratum;
    if (!stratum) continue;
    const ends = months
      .filter(({ t }) => t >= first && t <= 3 * quarter)
      .find((month) => month.ends !== null && month.ends !== 'censored')?.ends as ObservedMonth['ends'];
    quarters.push({ stage, quarter, stratum, exit: (ends ?? null) as QuarterExit | null });
  }
  return quarters;
}

function quartersOfRuns(
  records: readonly CaseRecord[],
  ...limits: [asOf: Month, through?: (stage: string, area: string | null) => Month]
): Quarter[] {
  const history = caseHistory(records);
  return (history ? quarterRuns(history, STAGES, ...limits) : []).flatMap(
    ({ stage, first, last, stratum, exit }) =>
      Array.from({ length: last - first + 1 }, (_, i) => ({
        stage,
        quarter: first + i,
        stratum,
        exit: first + i === last ? exit : null,
      })),
  );
}

describe('the quarters in which a case is at risk', () => {
  it('are those in whose first month it was seen under observation, with what was seen first in them', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(caseRecords, recordMonths, (records, asOf) => {
        const lived = STAGES.flatMap((stage) => quartersLived(records, stage, asOf));
        for (const { exit } of lived) seen.add(String(exit));
        expect(quartersOfRuns(records, asOf)).toEqual(lived);
      }),
      { numRuns: 3_000 },
    );
    // Whatever the seed: what no case does is not tested.
    expect([...seen].sort()).toEqual(['died', 'event', 'moved_out', 'null']);
  });

  it('end before the first one of which a month is not delivered where the case lives', () => {
    const months = fc.record({ D1: recordMonths, D2: recordMonths, unknown: recordMonths });
    fc.assert(
      fc.property(caseRecords, recordMonths, months, (records, asOf, through) => {
        const history = caseHistory(records);
        const birth = history?.birth ?? NaN;
        const throughIn = (area: string | null): Month =>
          through[area === 'D1' || area === 'D2' ? area : 'unknown'];
        const told = STAGES.flatMap((stage) => {
          const quarters = quartersOfRuns(records, asOf).filter((one) => one.stage === stage);
          const end = quarters.findIndex(
            ({ quarter, stratum }) => birth + 3 * quarter > throughIn(stratum.area),
          );
          return end === -1 ? quarters : quarters.slice(0, end);
        });
        expect(quartersOfRuns(records, asOf, (_, area) => throughIn(area))).toEqual(told);
      }),
      { numRuns: 1_000 },
    );
  });
});
