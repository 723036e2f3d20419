import { validateSync } from 'class-validator';
import { membersOf, type EventClass } from '../follows.decorator';
import { isUnknownMember } from './schema-of';
import type { ShapeCheck } from './shape-check';

/** The same rules by class-validator: for the event that somebody posts by hand. */
export const classValidatorCheck: ShapeCheck = (type, value) => {
  const broken = new Set(validateSync(instanceOf(type, value)).map((error) => error.property));
  const unknown = Object.entries(value).some(([name, member]) => isUnknownMember(type, name, member));
  return { sound: broken.size === 0 && !unknown, broken };
};

/** Only known members are copied: one called `constructor` or `__proto__` would mislead class-validator. */
function instanceOf(type: EventClass, value: object): object {
  const sent = new Map<string, unknown>(Object.entries(value));
  const instance = Object.create(type.prototype as object) as object;
  return Object.assign(
    instance,
    Object.fromEntries(membersOf(type).map(({ name }) => [name, sent.get(name)])),
  );
}
