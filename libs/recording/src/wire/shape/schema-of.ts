import { DATA_CLASSES } from '../event.dto';
import { membersOf, type EventClass } from '../follows.decorator';

/** A member that other types of event have may be sent as null: null is read as absent. */
const ONLY_NULL = { const: null };

const dataClasses: ReadonlySet<EventClass> = new Set(Object.values(DATA_CLASSES));
const isData = (type: EventClass): boolean => dataClasses.has(type);

const dataMembers: ReadonlySet<string> = new Set(
  [...dataClasses].flatMap((type) => membersOf(type).map((member) => member.name)),
);

/** The JSON Schema of a class, made from the rules that its members follow. */
export function schemaOf(type: EventClass): object {
  const members = membersOf(type);
  const properties = isData(type) ? foreignMembers() : {};
  for (const { name, rule, presence } of members) {
    properties[name] = presence === 'optional' ? { anyOf: [rule.schema, ONLY_NULL] } : rule.schema;
  }
  return {
    type: 'object',
    properties,
    required: members.filter((member) => member.presence === 'required').map((member) => member.name),
    additionalProperties: false,
  };
}

/** Whether a member is no part of the class, not even as null. */
export function isUnknownMember(type: EventClass, name: string, value: unknown): boolean {
  if (membersOf(type).some((member) => member.name === name)) return false;
  return !isData(type) || value !== null || !dataMembers.has(name);
}

function foreignMembers(): Record<string, object> {
  return Object.fromEntries([...dataMembers].map((name) => [name, ONLY_NULL]));
}
