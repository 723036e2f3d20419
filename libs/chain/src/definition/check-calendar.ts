import { RHYTHMS } from '../deliveries/delivery-calendar';
import { parseMonth } from '../month';
import { fault, type DefinitionFault } from './definition-fault';
import { listOf, membersOf, textOf } from './loose';
import { checkMonth, checkRange, checkSize } from './value-rules';

const MAX_DELIVERIES = 100;
const MAX_LISTED = 500;
const MAX_DUE = 120;

/** What a calendar is checked by besides its shape. */
export interface CalendarContext {
  readonly stages: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly maySendStage: (stage: string) => boolean;
}

/** Every rule that a delivery calendar breaks (a `DeliveryCalendar`, as `PUT /v1/delivery-calendars/{agency}` takes it). */
export function checkCalendar(body: unknown, context: CalendarContext): DefinitionFault[] {
  const list = listOf(membersOf(body).deliveries);
  return [
    ...checkSize('/deliveries', list, MAX_DELIVERIES),
    ...list.flatMap((delivery, index) => checkDelivery(`/deliveries/${index}`, delivery, context)),
    ...checkOverlaps(list),
  ];
}

function checkDelivery(pointer: string, delivery: unknown, context: CalendarContext): DefinitionFault[] {
  const { stages, areas, rhythm, from, until, dueWithinMonths } = membersOf(delivery);
  return [
    ...checkList(`${pointer}/stages`, stages, (stage) => stageRule(stage, context)),
    ...checkList(`${pointer}/areas`, areas, (area) => (context.areas.has(area) ? null : 'unknown-area')),
    ...(textOf(rhythm) === null || Object.hasOwn(RHYTHMS, String(rhythm))
      ? []
      : [fault(`${pointer}/rhythm`, 'unknown-rhythm', { allowed: Object.keys(RHYTHMS) })]),
    ...checkMonth(`${pointer}/from`, from),
    ...checkMonth(`${pointer}/until`, until),
    ...(monthOf(until) < monthOf(from) ? [fault(`${pointer}/until`, 'until-before-from')] : []),
    ...checkRange(`${pointer}/dueWithinMonths`, dueWithinMonths, 0, MAX_DUE),
  ];
}

type ListRule = 'unknown-stage' | 'foreign-stage' | 'unknown-area';

function stageRule(stage: string, { stages, maySendStage }: CalendarContext): ListRule | null {
  if (!stages.has(stage)) return 'unknown-stage';
  return maySendStage(stage) ? null : 'foreign-stage';
}

function checkList(
  pointer: string,
  value: unknown,
  ruleOf: (text: string) => ListRule | null,
): DefinitionFault[] {
  if (!Array.isArray(value)) return [];
  if (value.length === 0) return [fault(pointer, 'empty-list')];
  const seen = new Set<unknown>();
  const faults = value.slice(0, MAX_LISTED).flatMap((text: unknown, index) => {
    if (typeof text !== 'string') return [];
    if (seen.has(text)) return [fault(`${pointer}/${index}`, 'named-twice', { name: text })];
    seen.add(text);
    const rule = ruleOf(text);
    return rule === null ? [] : [fault(`${pointer}/${index}`, rule, { name: text })];
  });
  return [...checkSize(pointer, value, MAX_LISTED), ...faults];
}

/** One agency announces a month of a stage and an area once, or nobody could say when it is due. */
function checkOverlaps(list: readonly unknown[]): DefinitionFault[] {
  return list.flatMap((delivery, index) => {
    const other = list
      .slice(0, index)
      .findIndex((earlier) => overlap(membersOf(earlier), membersOf(delivery)));
    return other < 0 ? [] : [fault(`/deliveries/${index}`, 'announced-twice', { index: other })];
  });
}

type Members = ReturnType<typeof membersOf>;

function overlap(one: Members, other: Members): boolean {
  return (
    shareOne(one.stages, other.stages) &&
    (one.areas === undefined || other.areas === undefined || shareOne(one.areas, other.areas)) &&
    monthOf(one.from) <= monthOf(other.until) &&
    monthOf(other.from) <= monthOf(one.until)
  );
}

function shareOne(one: unknown, other: unknown): boolean {
  const names = new Set(listOf(one));
  return listOf(other).some((name) => names.has(name));
}

/** What can't be read stands in nobody's way: whoever reads it says so. */
function monthOf(value: unknown): number {
  return value === undefined ? Infinity : (parseMonth(textOf(value) ?? '') ?? NaN);
}
