import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import { placeOf, type DefinitionPlace } from '../definitions/catalogue/definition-event';
import { calendarDefinedIn, deliveriesStream, isCalendarEvent, type CalendarDefined } from './calendar-event';

const PAGE = 500;

/** A calendar as it was announced at one place of the log. */
export interface AnnouncedCalendar extends DefinitionPlace {
  readonly calendar: CalendarDefined;
}

/** What agencies have announced, read from the log whenever somebody asks: there are few, and they are asked for rarely. */
@Injectable()
export class DeliveryCalendars {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** The newest calendar of an agency, or the newest of those recorded before an instant; null where there is none. */
  async find(agency: string, knownBefore?: Date): Promise<AnnouncedCalendar | null> {
    const stream = await this.store.readStreams([deliveriesStream(agency)]);
    return newest(stream.filter((event) => isKnown(event, knownBefore)));
  }

  /** The newest calendar, and the last revision of the stream it lies in (null where nothing does). */
  async findWithRevision(
    agency: string,
  ): Promise<{ calendar: AnnouncedCalendar | null; revision: bigint | null }> {
    const stream = await this.store.readStreams([deliveriesStream(agency)]);
    return { calendar: newest(stream), revision: stream.at(-1)?.revision ?? null };
  }

  /** The newest calendar of every agency that has one, by name. */
  async list(): Promise<CalendarDefined[]> {
    const calendars = new Map<string, CalendarDefined>();
    let after = 0n;
    for (;;) {
      const events = await this.store.readCategory('deliveries', after, PAGE);
      for (const event of events.filter(isCalendarEvent)) {
        calendars.set(calendarDefinedIn(event).agency, calendarDefinedIn(event));
      }
      const last = events.at(-1);
      if (!last || events.length < PAGE) break;
      after = last.position;
    }
    return [...calendars.values()].sort((one, other) => (one.agency < other.agency ? -1 : 1));
  }
}

function newest(events: readonly StoredEvent[]): AnnouncedCalendar | null {
  const event = events.findLast(isCalendarEvent);
  return event ? { ...placeOf(event), calendar: calendarDefinedIn(event) } : null;
}

function isKnown({ recordedAt }: StoredEvent, knownBefore: Date | undefined): boolean {
  return knownBefore === undefined || Date.parse(recordedAt) < knownBefore.getTime();
}
