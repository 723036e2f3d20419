import { DIMENSIONS, parseMonth } from '@lueckenlos/chain';
import { BREAKDOWNS, FORMATS, UNKNOWN, type FigureQuery } from './figure-query';
import { Parameters } from './parameters';

const PARAMETERS = [
  'chain',
  'by',
  'release',
  'asOf',
  'knownBefore',
  ...BREAKDOWNS,
  'level',
  'dimension',
  'minPosition',
  'format',
];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** What was asked for: exact figures, or the id of a release (`latest` is the newest). */
export type FigureRequest = { readonly exact: FigureQuery } | { readonly release: string };

/**
 * Reads the query parameters of a figure.
 * @throws ProblemError (400) with every fault at once
 */
export function readFigureRequest(query: Readonly<Record<string, unknown>>): FigureRequest {
  const parameters = new Parameters(query, PARAMETERS);
  const chain = parameters.read('chain', 'the id of a chain', (text) => text || null);
  if (!parameters.has('chain')) parameters.fault('figures.missing-parameter', 'chain');
  if (parameters.has('release') === parameters.has('asOf'))
    parameters.fault('figures.clocks-or-release', 'asOf');
  const release = parameters.read('release', 'latest or the id of a release', (text) => text || null);
  const asOf = parameters.read('asOf', 'a month as YYYY-MM', parseMonth);
  const exact = { ...readClocks(parameters), ...readBreakdown(parameters) };
  parameters.complain();
  return asOf === null ? { release: String(release) } : { exact: { chain: String(chain), asOf, ...exact } };
}

function readClocks(parameters: Parameters): Pick<FigureQuery, 'knownBefore' | 'minPosition'> {
  return {
    knownBefore: parameters.read('knownBefore', 'an instant as 2026-07-01T00:00:00Z', readInstant),
    minPosition: parameters.read('minPosition', 'a position, a decimal number', readPosition),
  };
}

function readBreakdown(
  parameters: Parameters,
): Omit<FigureQuery, 'chain' | 'asOf' | 'knownBefore' | 'minPosition'> {
  return {
    by: parameters.readList('by', BREAKDOWNS.join(', '), oneOf(BREAKDOWNS)) ?? [],
    filters: {
      birthYear: parameters.readList('birthYear', 'years', readYear),
      schoolYear: parameters.readList('schoolYear', 'years', readYear),
      area: parameters.readList('area', 'area codes', (text) => text || null),
      povertyRisk: parameters.readList(
        'povertyRisk',
        'true, false, unknown',
        oneOf(['true', 'false', UNKNOWN]),
      ),
    },
    level: parameters.read('level', 'a kind of areas', (text) => text || null),
    dimension: parameters.read('dimension', DIMENSIONS.join(' or '), oneOf(DIMENSIONS)) ?? 'last',
    format: parameters.read('format', FORMATS.join(', '), oneOf(FORMATS)),
  };
}

function oneOf<T extends string>(known: readonly T[]): (text: string) => T | null {
  return (text) => known.find((value) => value === text) ?? null;
}

function readYear(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

/** At most 19 digits: the server's positions are 64-bit numbers. */
function readPosition(text: string): bigint | null {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

function readInstant(text: string): Date | null {
  const instant = INSTANT.test(text) ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant : null;
}
