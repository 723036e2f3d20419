import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import type { MemberRule, MemberSchema } from './rules/member-rule';
import { acceptsByRule } from './shape/accepts-by-rule';

export type Presence = 'required' | 'optional';

export interface Member {
  readonly name: string;
  readonly rule: MemberRule;
  readonly presence: Presence;
}

/** A class whose members carry {@link Follows}. */
export type EventClass = abstract new () => object;

const registry = new WeakMap<object, Member[]>();

/**
 * Puts a member of an event under a rule. From this one place come the class-validator check, the compiled JSON Schema
 * and the OpenAPI schema, so that they can't drift apart.
 */
export function Follows(rule: MemberRule, presence: Presence = 'required'): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    remember(prototype.constructor, { name, rule, presence });
    registerRule(prototype, name, rule, presence);
    ApiProperty({
      ...documented(rule.schema),
      description: rule.description,
      example: rule.example,
      ...(rule.schema.properties
        ? { selfRequired: presence === 'required' }
        : { required: presence === 'required' }),
      nullable: presence === 'optional',
    })(prototype, property);
  };
}

/** A schema without the formats that are our own. */
function documented({ format: _, properties, ...schema }: MemberSchema): object {
  if (schema.type !== 'object') return schema;
  if (!properties) return { ...schema, additionalProperties: true };
  const members: Record<string, object> = {};
  for (const [name, member] of Object.entries(properties)) members[name] = documented(member);
  return { ...schema, properties: members };
}

/** The members of a class and of those it extends, the inherited ones first. */
export function membersOf(type: EventClass): readonly Member[] {
  const parent: unknown = Object.getPrototypeOf(type);
  const inherited = isEventClass(parent) ? membersOf(parent) : [];
  return [...inherited, ...(registry.get(type) ?? [])];
}

function isEventClass(value: unknown): value is EventClass {
  return typeof value === 'function' && registry.has(value);
}

function remember(type: object, member: Member): void {
  registry.set(type, [...(registry.get(type) ?? []), member]);
}

function registerRule(prototype: object, propertyName: string, rule: MemberRule, presence: Presence): void {
  registerDecorator({
    name: rule.code,
    target: prototype.constructor,
    propertyName,
    validator: {
      validate: (value: unknown) => (isAbsent(value) ? presence === 'optional' : acceptsByRule(rule, value)),
    },
  });
}

/** Null is read as absent, everywhere. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
