import { monthOfInstant, parseMonth, type Month } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import { instantOfText } from '../../wire/calendar';
import '../definitions.problems';

/** The instant before which a definition must have been recorded; undefined where none is asked for. */
export function knownBeforeOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = instantOfText(text);
  if (instant === null) throw new ProblemError({ code: 'definitions.bad-instant', pointer: '/knownBefore' });
  return new Date(instant);
}

/** The month in which a hierarchy is to be valid; the present one where none is asked for. */
export function monthOnOf(text: string | undefined, now: Date): Month {
  if (text === undefined) return monthOfInstant(now);
  const month = parseMonth(text);
  if (month === null) throw new ProblemError({ code: 'definitions.bad-month-parameter', pointer: '/on' });
  return month;
}
