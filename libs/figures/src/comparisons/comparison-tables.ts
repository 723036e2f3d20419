import { ProblemError } from '@lueckenlos/platform';
import { findCube, type ChosenCube } from '../protected/choose-cube';
import type { OpenRelease } from '../protected/open-release';
import { BREAKDOWNS, type Breakdown, type Filters } from '../query/figure-query';
import { ADJUSTMENTS, type Adjustment } from './comparison-parameters.dto';

/** The published tables that a comparison is made from: town and areas, as a whole and by stratum. */
export interface ComparisonTables {
  readonly adjustFor: readonly Adjustment[];
  readonly town: ChosenCube;
  readonly townStrata: ChosenCube;
  readonly areas: ChosenCube;
  readonly strata: ChosenCube;
}

const UNFILTERED: Filters = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };

/** What may be adjusted for, best first. */
const CHOICES: readonly (readonly Adjustment[])[] = [ADJUSTMENTS, ['povertyRisk'], ['birthYear'], []];

/**
 * @param asked what to adjust for; absent: the best for which there are tables. Children who are alike by a filter need no adjustment for it
 * @throws ProblemError (422) naming what can be asked for, where not all the tables are published
 */
export function comparisonTables(release: OpenRelease, asked?: readonly Adjustment[]): ComparisonTables {
  const { filters } = release.question;
  refuseSeveral(filters);
  const choices = asked ? [asked] : CHOICES.filter((choice) => choice.every((one) => filters[one] === null));
  for (const adjustFor of choices) {
    const tables = tablesFor(release, adjustFor);
    if (tables) return tables;
  }
  throw notPublished(release);
}

function tablesFor(release: OpenRelease, adjustFor: readonly Adjustment[]): ComparisonTables | null {
  const tableOf = (...by: Breakdown[]): ChosenCube | null =>
    findCube('drop-offs', { ...release.question, by }, release);
  const [town, townStrata] = [tableOf(), tableOf(...adjustFor)];
  const [areas, strata] = [tableOf('area'), tableOf('area', ...adjustFor)];
  return town && townStrata && areas && strata ? { adjustFor, town, townStrata, areas, strata } : null;
}

/** Who is compared with whom is one row of a table: published counts of two can't be added up. */
function refuseSeveral(filters: Filters): void {
  const several = BREAKDOWNS.find((breakdown) => (filters[breakdown]?.length ?? 0) > 1);
  if (several === undefined) return;
  const known = filters[several]?.map((value) => `${several}=${value}`) ?? [];
  throw refusal(several, known);
}

/** What can be asked for with as much of the question as there are tables for. */
function notPublished(release: OpenRelease): ProblemError {
  const { question } = release;
  const filtered = BREAKDOWNS.findLast((breakdown) => question.filters[breakdown] !== null);
  const whole = { ...release, question: { ...question, filters: UNFILTERED } };
  const anyLevel = { ...whole, question: { ...whole.question, level: null } };
  const faults = [
    ['adjustFor', knownFor(release)],
    [filtered ?? 'level', knownFor(whole)],
    ['level', knownFor(anyLevel)],
  ] as const;
  const [parameter, known] = faults.find((fault) => fault[1].length > 0) ?? ['release', []];
  return refusal(parameter, known);
}

/** The adjustments for which there are tables, as questions. */
function knownFor(release: OpenRelease): string[] {
  const { level } = release.question;
  return CHOICES.filter((adjustFor) => tablesFor(release, adjustFor)).map(
    (adjustFor) => `adjustFor=${adjustFor.join(',')}${level === null ? '' : `&level=${level}`}`,
  );
}

function refusal(parameter: string, known: readonly string[]): ProblemError {
  const params = { nearest: known[0] ?? '–', known: [...known] };
  return new ProblemError({ code: 'figures.table-not-published', pointer: `/${parameter}`, params });
}
