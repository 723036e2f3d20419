import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import type { MemberRule } from './rules/member-rule';
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
      type: rule.schema.type,
      ...(rule.schema.enum ? { enum: [...rule.schema.enum] } : {}),
      ...(rule.schema.pattern ? { pattern: rule.schema.pattern } : {}),
      ...(rule.schema.minLength ? { minLength: rule.schema.minLength } : {}),
      ...(rule.schema.maxLength ? { maxLength: rule.schema.maxLength } : {}),
      ...(rule.schema.type === 'object' ? { additionalProperties: true } : {}),
      description: rule.description,
      example: rule.example,
      required: presence === 'required',
      nullable: presence === 'optional',
    } as Parameters<typeof ApiProperty>[0])(prototype, property);
  };
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
