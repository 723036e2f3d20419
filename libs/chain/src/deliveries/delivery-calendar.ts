import { parseMonth, type Month } from '../month';

/** How long a period of deliveries is, in months. */
export const RHYTHMS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;
export type Rhythm = keyof typeof RHYTHMS;

/** What an agency announces to deliver: everything about some stages, period by period. */
export interface AnnouncedDelivery {
  readonly stages: readonly string[];
  /** Area codes as they stand in records. Absent: the whole town. */
  readonly areas?: readonly string[];
  readonly rhythm: Rhythm;
  /** `YYYY-MM`: the first month of the first period; all others follow from it. */
  readonly from: string;
  /** `YYYY-MM`: the last month that is delivered. Absent: until further notice. */
  readonly until?: string;
  /** Months after the end of a period within which it is to be completed. */
  readonly dueWithinMonths: number;
}

/** What `PUT /v1/delivery-calendars/{agency}` takes: everything that an agency announces. */
export interface DeliveryCalendar {
  readonly deliveries: readonly AnnouncedDelivery[];
}

/** An announced delivery, ready to reckon with. */
export interface Announcement {
  readonly stages: readonly string[];
  /** Null: the whole town. */
  readonly areas: readonly string[] | null;
  /** Months of a period. */
  readonly length: number;
  readonly from: Month;
  /** `Infinity`: until further notice. */
  readonly until: Month;
  readonly dueWithin: number;
}

/** Reads a calendar that was checked. */
export function announcementsOf({ deliveries }: DeliveryCalendar): Announcement[] {
  return deliveries.map(({ stages, areas, rhythm, from, until, dueWithinMonths }) => ({
    stages,
    areas: areas ?? null,
    length: RHYTHMS[rhythm],
    from: parseMonth(from) ?? 0,
    until: (until === undefined ? null : parseMonth(until)) ?? Infinity,
    dueWithin: dueWithinMonths,
  }));
}
