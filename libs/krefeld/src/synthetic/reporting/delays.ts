import { calendarMonthOf, yearOf, type Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { LifeEvent } from '../child/life-event';
import { HABITS } from './agencies';

const DAY = 86_400;

/** Agencies write between 6 and 18 o'clock UTC. */
const OFFICE_OPENS = 6 * 3600;
const OFFICE_SECONDS = 12 * 3600;

/** The first second of a month, since 1970. */
export function startOf(month: Month): number {
  return Date.UTC(yearOf(month), calendarMonthOf(month) - 1, 1) / 1000;
}

/** When the town learns of an event: after a day in its month and the agency's delay. */
export function knownAfter(event: LifeEvent, random: Random): number {
  const { usualDays, lateShare, lateDays } = HABITS[event.agency];
  let days = random.uniform() * 28 + random.exponential() * usualDays;
  if (random.chance(lateShare)) days += random.exponential() * lateDays;
  return inOfficeHours(startOf(event.noticed) + days * DAY, random);
}

/** Some days after another instant. */
export function daysAfter(known: number, least: number, mean: number, random: Random): number {
  return inOfficeHours(known + (least + random.exponential() * mean) * DAY, random);
}

function inOfficeHours(instant: number, random: Random): number {
  const midnight = instant - (instant % DAY);
  return midnight + OFFICE_OPENS + Math.floor(random.uniform() * OFFICE_SECONDS);
}
