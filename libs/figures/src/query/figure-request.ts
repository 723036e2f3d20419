import { parseMonth } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import { boundariesOf } from './boundaries';
import type { FigureParameters } from './figure-parameters.dto';
import type { FigureQuery, Filters } from './figure-query';
import { instantOf } from './instant';
import type { ReleaseQuery } from './release-query';

/** What was asked for: exact figures, or the id of a release (`latest` is the newest). */
export type FigureRequest = { readonly exact: FigureQuery } | ReleaseQuery;

/**
 * @param now today's boundaries are those of its month, in UTC
 * @throws ProblemError (400) unless either a release or an as-of month is given, with clocks that exist
 */
export function figureRequest(parameters: FigureParameters, now: Date): FigureRequest {
  const { release, asOf } = parameters;
  // A release has its own clocks.
  const clocks = asOf !== undefined || parameters.knownBefore !== undefined;
  if (release === undefined ? asOf === undefined : clocks) {
    throw new ProblemError({ code: 'figures.clocks-or-release', pointer: '/asOf' });
  }
  if (release === undefined) return { exact: exactQuery(parameters, now) };
  const { chain, chainVersion, by, level, boundaries, dimension, minPosition } = parameters;
  refuseExactOnly({ chainVersion, boundaries, dimension, minPosition });
  return { release, chain, by: by ?? [], filters: filtersOf(parameters), level: level ?? null };
}

/** The question for exact figures; its parameters were checked. */
export function exactQuery(parameters: Omit<FigureParameters, 'release'>, now: Date): FigureQuery {
  const { chain, chainVersion, knownBefore, by, level, boundaries, dimension, minPosition } = parameters;
  const asOf = parseMonth(String(parameters.asOf)) ?? NaN;
  return {
    chain,
    ...(chainVersion === undefined ? {} : { chainVersion: Number(chainVersion) }),
    asOf,
    knownBefore: knownBefore === undefined ? null : knownBeforeOf(knownBefore),
    by: by ?? [],
    filters: filtersOf(parameters),
    level: level ?? null,
    boundaries: boundariesOf(boundaries, asOf, now),
    dimension: dimension ?? 'last',
    minPosition: minPosition === undefined ? null : BigInt(minPosition),
  };
}

/**
 * A release was counted once, one way.
 * @throws ProblemError (400) naming each of the parameters that is given
 */
export function refuseExactOnly(parameters: Readonly<Record<string, string | undefined>>): void {
  const faults = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({ code: 'figures.not-with-a-release', pointer: `/${name}` }));
  if (faults.length > 0) throw new ProblemError(faults);
}

/** The form was checked; a day or a second that does not exist still shows here only. */
function knownBeforeOf(text: string): Date {
  const instant = instantOf(text);
  if (instant) return instant;
  const params = { expected: 'RFC 3339' };
  throw new ProblemError({ code: 'platform.parameter-format', pointer: '/knownBefore', params });
}

function filtersOf({ birthYear, schoolYear, area, povertyRisk }: Omit<FigureParameters, 'release'>): Filters {
  return {
    birthYear: birthYear?.map(Number) ?? null,
    schoolYear: schoolYear?.map(Number) ?? null,
    area: area ?? null,
    povertyRisk: povertyRisk ?? null,
  };
}
