import { formatMonth, parseMonth, type CoverageState, type CoveredDelivery } from '@lueckenlos/chain';

/** How far a source of the figure has delivered, as it is answered. */
export interface CoverageAnswer {
  readonly agency: string;
  readonly stages: readonly string[];
  readonly areas?: readonly string[];
  readonly completedThrough: string | null;
  readonly due: string | null;
  readonly state: CoverageState;
}

/** Nothing where nothing is announced: then an answer says nothing about it. */
export function coverageAnswer(deliveries: readonly CoveredDelivery[] | null): {
  coverage?: CoverageAnswer[];
} {
  if (deliveries === null) return {};
  const coverage = deliveries.map(({ agency, stages, areas, completedThrough, due, state }) => ({
    agency,
    stages,
    ...(areas === null ? {} : { areas }),
    completedThrough: monthOrNull(completedThrough),
    due: monthOrNull(due),
    state,
  }));
  return { coverage };
}

/** Reads what {@link coverageAnswer} gave, as a release has kept it. */
export function answeredCoverage(answers: readonly CoverageAnswer[]): CoveredDelivery[] {
  return answers.map(({ areas = null, completedThrough, due, ...rest }) => ({
    ...rest,
    areas,
    completedThrough: completedThrough === null ? null : parseMonth(completedThrough),
    due: due === null ? null : parseMonth(due),
  }));
}

function monthOrNull(month: number | null): string | null {
  return month === null ? null : formatMonth(month);
}
