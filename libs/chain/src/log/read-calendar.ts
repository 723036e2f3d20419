import { RHYTHMS, type AnnouncedDelivery } from '../deliveries/delivery-calendar';
import type { DeliveryStatement } from '../deliveries/completed-months';
import { parseMonth, type Month } from '../month';
import { knownInstantOf, UnreadableEventError, type LoggedEvent } from './logged-event';

const CALENDAR_DEFINED = 'lueckenlos.delivery-calendar-defined.v1';
const STATEMENT = /^lueckenlos\.(delivery-completed|delivery-reopened)\.v1$/;

/** What an agency announces to deliver, from one position of the log on. */
export interface LoggedCalendar {
  readonly agency: string;
  readonly deliveries: readonly AnnouncedDelivery[];
  /** Milliseconds since 1970, UTC. */
  readonly knownAt: number;
  readonly position: number;
}

/** What an agency said about its deliveries, at one position of the log. */
export interface LoggedStatement extends DeliveryStatement {
  readonly agency: string;
  readonly position: number;
}

/** Whether an event of the log says what an agency announces. */
export function isCalendar({ type }: Pick<LoggedEvent, 'type'>): boolean {
  return type === CALENDAR_DEFINED;
}

/** Whether an event of the log says how far an agency has delivered. */
export function isDeliveryStatement({ type }: Pick<LoggedEvent, 'type'>): boolean {
  return STATEMENT.test(type);
}

/** @throws UnreadableEventError where deliveries could not be reckoned by it */
export function readCalendar(event: LoggedEvent): LoggedCalendar {
  const { agency, deliveries } = event.data;
  if (typeof agency !== 'string' || !isListOfDeliveries(deliveries)) {
    throw new UnreadableEventError('is no calendar that deliveries could be reckoned by');
  }
  return { agency, deliveries, knownAt: knownInstantOf(event), position: Number(event.position) };
}

/** @throws UnreadableEventError where it names no period */
export function readStatement(event: LoggedEvent): LoggedStatement {
  const { type, source, data, metadata } = event;
  const { from, to } = (data['period'] ?? {}) as { from?: unknown; to?: unknown };
  return {
    agency: String(source).replace(/^\/agencies\//, ''),
    id: String(metadata.senderId),
    kind: STATEMENT.exec(type)?.[1] as LoggedStatement['kind'],
    knownAt: knownInstantOf(event),
    position: Number(event.position),
    from: monthOf(from),
    to: monthOf(to),
    stages: listOf(data['stages']),
    areas: listOf(data['areas']),
  };
}

function isListOfDeliveries(value: unknown): value is readonly AnnouncedDelivery[] {
  return (
    Array.isArray(value) &&
    (value as readonly Partial<AnnouncedDelivery>[]).every(
      ({ stages, areas, rhythm, from, until, dueWithinMonths }) =>
        Array.isArray(stages) &&
        (areas === undefined || Array.isArray(areas)) &&
        Object.hasOwn(RHYTHMS, String(rhythm)) &&
        parseMonth(String(from)) !== null &&
        (until === undefined || parseMonth(until) !== null) &&
        Number.isInteger(dueWithinMonths),
    )
  );
}

function monthOf(value: unknown): Month {
  const month = parseMonth(String(value));
  if (month === null) throw new UnreadableEventError('has no period');
  return month;
}

function listOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}
