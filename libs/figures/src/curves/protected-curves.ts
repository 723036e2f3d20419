import { BIRTH_STAGE, QUARTER } from '@lueckenlos/chain';
import { LIFE_TABLE_MEASURES, protectedCurve, type PublishedQuarter } from '@lueckenlos/disclosure';
import { ProblemError } from '@lueckenlos/platform';
import type { Answered } from '../cube/figure-kind';
import { compareGroups } from '../cube/group-table';
import { chooseCube } from '../protected/choose-cube';
import { groupAt, releasedHeading, type OpenRelease } from '../protected/open-release';
import type { ReleasedHeading, ReleasedPlace } from '../protected/released-tables';
import type { CurveRequest } from './curve-question';
import { checkStages } from './curve-request';
import { quartilesOf, type Curve, type CurvePoint } from './curves';
import type { CurveFigure } from './read-curves';

/**
 * Curves from the published life tables of a release.
 * @throws ProblemError where it has no such table
 */
export async function protectedCurves(
  release: OpenRelease,
  request: CurveRequest,
): Promise<Answered<CurveFigure>> {
  const { heading, definitions, question } = release;
  checkStages(definitions.chain, request);
  if (request.from !== BIRTH_STAGE) throw onlyFromBirth(request);
  const chosen = chooseCube('life-tables', question, release);
  const places = await release.places(chosen.cube, request.stage);
  const strata = places
    .map((place) => ({ ...publishedCurve(place, request, heading), key: groupAt(place, chosen.by) }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => compareGroups(a.key, b.key, chosen.by));
  return { ...releasedHeading(release, chosen), request, strata };
}

/** A point at the end of each quarter up to the last with anything published. */
function publishedCurve(
  place: ReleasedPlace,
  request: CurveRequest,
  { floor, table }: ReleasedHeading,
): Omit<Curve, 'key'> {
  const quarters = quartersAt(place, request);
  const { variance } = table.parameters;
  const estimates = protectedCurve(quarters, { variance, floor, estimator: request.estimator });
  const points = quarters.map((quarter, i): CurvePoint => {
    const { value, stdErr, lower, upper } = estimates[i] ?? NOT_SHOWN;
    const { t, atRisk, events, competing } = quarter;
    const [entries, censored, belowFloor] = [null, null, value === null];
    return { t, atRisk, entries, events, competing, censored, value, stdErr, lower, upper, belowFloor };
  });
  const shown = quarters.flatMap(({ t }, i) => (estimates[i] ? [{ t, ...estimates[i] }] : []));
  return { points, quartiles: quartilesOf(shown, request), restrictedMeans: null };
}

const NOT_SHOWN = { value: null, stdErr: null, lower: null, upper: null };

function quartersAt({ values }: ReleasedPlace, { stage, competing }: CurveRequest): PublishedQuarter[] {
  const count = (measure: string, t: number): number => values[measure]?.[stage]?.[t] ?? 0;
  const published = LIFE_TABLE_MEASURES.flatMap((measure) => Object.keys(values[measure]?.[stage] ?? {}));
  const last = Math.max(-1, ...published.map(Number));
  const quarters: PublishedQuarter[] = [];
  for (let t = 0; t <= last; t += QUARTER) {
    quarters.push({
      t,
      atRisk: count('at-risk', t),
      events: count('events', t),
      competing: Object.fromEntries(competing.map((reason) => [reason, count(reason, t)])),
    });
  }
  return quarters;
}

function onlyFromBirth({ stage }: CurveRequest): ProblemError {
  const nearest = `from=${BIRTH_STAGE}&stage=${stage}`;
  return new ProblemError({
    code: 'figures.table-not-published',
    pointer: '/from',
    params: { nearest, known: [`from=${BIRTH_STAGE}`] },
  });
}
