import type { Scheduler } from '../definition/schedule';
import type { CaseHistory } from '../history/case-history';
import { yearOf, type Month } from '../month';
import { inScopeFrom, scopeAt } from '../status/scope';
import { stageViews, statusAt, type StageView } from '../status/status';
import { closedWindow } from '../status/trajectory';
import { valueAt } from '../steps';
import type { Cell, Dimension, Measure } from './profile';

/** One value of a case at one as-of month. */
export interface Observation {
  readonly measure: Measure;
  readonly stage: string;
  readonly value: string;
}

/**
 * Where and with which values a case is counted at the end of a month; null where it is counted nowhere. The same as its
 * profile says of the month, without the others.
 */
export function crossSection(
  history: CaseHistory,
  scheduler: Scheduler,
  asOf: Month,
  dimension: Dimension,
): { cell: Cell; observations: Observation[] } | null {
  const scope = scopeAt(history, asOf);
  if (scope === null) return null;
  const { birth, area, povertyRisk } = history;
  const schedule = birth === null ? null : scheduler(birth);
  const born = birth !== null && birth <= asOf;
  const cell = {
    birthYear: born ? yearOf(birth) : null,
    schoolYear: born ? (schedule?.schoolYear ?? null) : null,
    area: valueAt(area[dimension], asOf) ?? null,
    povertyRisk: valueAt(povertyRisk[dimension], asOf) ?? null,
  };
  const observations: Observation[] = [{ measure: 'scope', stage: '', value: scope }];
  const begin = inScopeFrom(history);
  if (!schedule || asOf < begin) return { cell, observations };
  const views = stageViews(history, schedule);
  for (let i = 0; i < views.length; i++) {
    const view = views[i] as StageView;
    const stage = view.id;
    observations.push({ measure: 'status', stage, value: statusAt(history, view, asOf) });
    const window = valueAt(closedWindow(history, view, begin), asOf);
    if (window !== undefined) observations.push({ measure: 'window', stage, value: window });
    if (isReached(view, asOf))
      observations.push({ measure: 'next', stage, value: nextAfter(views, i, asOf) });
  }
  return { cell, observations };
}

function isReached({ reached }: StageView, asOf: Month): boolean {
  return reached !== undefined && reached <= asOf;
}

/** The next stage in the chain's order that was reached; '' is none yet. */
function nextAfter(views: readonly StageView[], place: number, asOf: Month): string {
  for (let i = place + 1; i < views.length; i++) {
    const view = views[i] as StageView;
    if (isReached(view, asOf)) return view.id;
  }
  return '';
}
