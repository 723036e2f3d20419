import { monthOfInstant, parseMonth, type Month } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import '../definitions.problems';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** The instant before which a definition must have been recorded; undefined where none is asked for. */
export function knownBeforeOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (!INSTANT.test(text) || Number.isNaN(instant.getTime())) {
    throw new ProblemError({ code: 'definitions.bad-instant', params: { parameter: 'knownBefore' } });
  }
  return instant;
}

/** The month in which a hierarchy is to be valid; the present one where none is asked for. */
export function monthOnOf(text: string | undefined, now: Date): Month {
  if (text === undefined) return monthOfInstant(now);
  const month = parseMonth(text);
  if (month === null) {
    throw new ProblemError({ code: 'definitions.bad-month-parameter', params: { parameter: 'on' } });
  }
  return month;
}
