import fc from 'fast-check';
import { schedulerFor } from '../definition/schedule';
import { caseHistory } from '../history/case-history';
import { valueAt } from '../steps';
import { caseRecords, chains, FIRST_MONTH, QUIET_MONTH } from '../testing/arbitraries';
import { inScopeFrom, scopeAt } from './scope';
import { statusAt, stageViews } from './status';
import { trajectory } from './trajectory';

describe('a trajectory', () => {
  it('written ahead of time says at every month what the rules say looked at in that month', () => {
    fc.assert(
      fc.property(caseRecords, chains, (records, chain) => {
        const history = caseHistory(records);
        fc.pre(history !== null && history.birth !== null);
        const schedule = schedulerFor(chain)(history.birth);
        fc.pre(schedule !== null);
        const path = trajectory(history, schedule);
        const views = stageViews(history, schedule);
        const written: unknown[] = path.stages.map(({ stage }) => stage);
        const lookedAt: unknown[] = inScopeFrom(history) === Infinity ? [] : views.map(({ id }) => id);
        for (let asOf = FIRST_MONTH - 1; asOf <= QUIET_MONTH; asOf++) {
          written.push(valueAt(path.scope, asOf) ?? null);
          lookedAt.push(scopeAt(history, asOf));
          for (const { status } of path.stages) written.push(valueAt(status, asOf) ?? null);
          const inScope = asOf >= inScopeFrom(history);
          if (inScopeFrom(history) === Infinity) continue;
          for (const view of views) lookedAt.push(inScope ? statusAt(history, view, asOf) : null);
        }
        expect(written).toEqual(lookedAt);
      }),
      { numRuns: 200 },
    );
  });

  it('tells changes only, in order of month', () => {
    fc.assert(
      fc.property(caseRecords, chains, (records, chain) => {
        const history = caseHistory(records);
        fc.pre(history !== null);
        const path = trajectory(history, history.birth === null ? null : schedulerFor(chain)(history.birth));
        for (const steps of [
          path.scope,
          ...path.stages.flatMap(({ status, window, next }) => [status, window, next]),
        ]) {
          steps.slice(1).forEach((step, place) => {
            expect(step.from).toBeGreaterThan(steps[place]?.from ?? Infinity);
            expect(step.value).not.toBe(steps[place]?.value);
          });
        }
      }),
    );
  });
});
