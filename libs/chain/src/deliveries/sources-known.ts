import type { Known } from '../case-file/children';
import type { LoggedCalendar, LoggedStatement } from '../log/read-calendar';
import { CompletedMonths } from './completed-months';
import type { Source } from './coverage';
import { announcementsOf } from './delivery-calendar';

/**
 * What agencies announced and completed in a state of knowledge, by name of the agency: of the calendars of one the last by
 * (known instant, position). Who announces nothing is no source.
 */
export function sourcesKnown(
  calendars: readonly LoggedCalendar[],
  statements: readonly LoggedStatement[],
  { before = Infinity, upTo = Infinity }: Known = {},
): Source[] {
  const isKnown = ({ knownAt, position }: LoggedCalendar | LoggedStatement): boolean =>
    knownAt < before && position <= upTo;
  const inForce = new Map<string, LoggedCalendar>();
  for (const calendar of calendars.filter(isKnown)) {
    const rival = inForce.get(calendar.agency);
    if (!rival || isLater(calendar, rival)) inForce.set(calendar.agency, calendar);
  }
  return [...inForce.values()]
    .sort((a, b) => (a.agency < b.agency ? -1 : 1))
    .map(({ agency, deliveries }) => ({
      agency,
      announced: announcementsOf({ deliveries }),
      completed: new CompletedMonths(statements.filter((said) => said.agency === agency && isKnown(said))),
    }));
}

function isLater(a: LoggedCalendar, b: LoggedCalendar): boolean {
  return (a.knownAt - b.knownAt || a.position - b.position) > 0;
}
