import { parseMonth } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import type { FigureParameters } from './figure-parameters.dto';
import type { FigureQuery, Filters } from './figure-query';

/** What was asked for: exact figures, or the id of a release (`latest` is the newest). */
export type FigureRequest = { readonly exact: FigureQuery } | { readonly release: string };

/** @throws ProblemError (400) unless exactly one of release and as-of month is given */
export function figureRequest(parameters: FigureParameters): FigureRequest {
  const { release, asOf } = parameters;
  if ((release === undefined) === (asOf === undefined)) {
    throw new ProblemError({ code: 'figures.clocks-or-release', pointer: '/asOf' });
  }
  if (release !== undefined) return { release };
  const { chain, knownBefore, by, level, dimension, minPosition } = parameters;
  return {
    exact: {
      chain,
      asOf: parseMonth(String(asOf)) ?? NaN,
      knownBefore: knownBefore === undefined ? null : instantOf(knownBefore),
      by: by ?? [],
      filters: filtersOf(parameters),
      level: level ?? null,
      dimension: dimension ?? 'last',
      minPosition: minPosition === undefined ? null : BigInt(minPosition),
    },
  };
}

/** The form was checked; a day or a second that does not exist still shows here only. */
function instantOf(text: string): Date {
  const instant = new Date(text);
  if (!Number.isNaN(instant.getTime())) return instant;
  const params = { expected: 'RFC 3339' };
  throw new ProblemError({ code: 'platform.parameter-format', pointer: '/knownBefore', params });
}

function filtersOf({ birthYear, schoolYear, area, povertyRisk }: FigureParameters): Filters {
  return {
    birthYear: birthYear?.map(Number) ?? null,
    schoolYear: schoolYear?.map(Number) ?? null,
    area: area ?? null,
    povertyRisk: povertyRisk ?? null,
  };
}
