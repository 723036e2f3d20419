import type { Month } from '../month';
import type { Announcement } from './delivery-calendar';

/** A period of deliveries. All three months belong to it: it is in time until the end of `due`. */
export interface DeliveryPeriod {
  readonly from: Month;
  readonly to: Month;
  readonly due: Month;
}

/** The announced periods that end in one of these months, the earliest first. */
export function periodsEndingIn(announcement: Announcement, first: Month, last: Month): DeliveryPeriod[] {
  const { from, length, until } = announcement;
  const found: DeliveryPeriod[] = [];
  const start = from + Math.max(0, Math.floor((first - from) / length)) * length;
  for (let begin = start; begin <= Math.min(last, until); begin += length) {
    const period = periodFrom(announcement, begin);
    if (period.to >= first && period.to <= last) found.push(period);
  }
  return found;
}

/** The last month that was to be completed by the end of a month; the one before the announcement where none was. */
export function dueThrough({ from, length, until, dueWithin }: Announcement, month: Month): Month {
  const over = Math.floor((month - dueWithin - from + 1) / length);
  const end = from + Math.max(0, over) * length - 1;
  // The last period may be cut short by the end of the announcement, and is then due earlier than its length says.
  return until + dueWithin <= month ? until : Math.min(end, until);
}

function periodFrom({ length, until, dueWithin }: Announcement, from: Month): DeliveryPeriod {
  const to = Math.min(from + length - 1, until);
  return { from, to, due: to + dueWithin };
}
