import type { DeliveryCalendar } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';

export const CALENDAR_DEFINED = 'lueckenlos.delivery-calendar-defined.v1';

/** Where the calendars of an agency lie, and what it says about its deliveries. */
export const deliveriesStream = (agency: string): string => `deliveries-${agency}`;

export interface CalendarDefined extends DeliveryCalendar {
  readonly agency: string;
}

export function isCalendarEvent({ type }: StoredEvent): boolean {
  return type === CALENDAR_DEFINED;
}

/** What was checked before it was stored needs no check when it is read. */
export const calendarDefinedIn = ({ data }: StoredEvent): CalendarDefined =>
  data as StoredEvent['data'] & CalendarDefined;
