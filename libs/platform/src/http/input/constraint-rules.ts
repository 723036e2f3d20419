import { getMetadataStorage } from 'class-validator';
import type { Fault } from '../../problems/problem-definition';
import type { Rule } from './rules';

interface BrokenRule {
  readonly rule: Rule;
  readonly params: NonNullable<Fault['params']>;
}

const TYPES: Readonly<Record<string, string>> = {
  isString: 'string',
  isInt: 'integer',
  isNumber: 'number',
  isBoolean: 'boolean',
  isArray: 'array',
  isObject: 'object',
  nestedValidation: 'object',
};

const FORMATS: Readonly<Record<string, string>> = {
  isISO8601: 'ISO 8601',
  isRFC3339: 'RFC 3339',
  isUuid: 'UUID',
  isNumberString: '0-9',
};

/** Names the rule behind a constraint of class-validator, with what would be valid. */
export function brokenRule(constraint: string, parameters: readonly unknown[]): BrokenRule {
  const type = TYPES[constraint];
  if (type) {
    return { rule: 'type', params: { expected: type } };
  }
  switch (constraint) {
    case 'isDefined':
    case 'isNotEmpty':
      return { rule: 'missing', params: {} };
    case 'isIn':
    case 'isEnum':
      return { rule: 'choice', params: { allowed: choices(parameters[0]) } };
    case 'min':
    case 'arrayMinSize':
      return { rule: 'range', params: { expected: `≥ ${String(parameters[0])}` } };
    case 'max':
    case 'arrayMaxSize':
      return { rule: 'range', params: { expected: `≤ ${String(parameters[0])}` } };
    case 'isLength':
    case 'minLength':
    case 'maxLength':
      return { rule: 'length', params: { expected: lengths(constraint, parameters) } };
    default:
      return {
        rule: 'format',
        params: { expected: FORMATS[constraint] ?? describe(parameters[0], constraint) },
      };
  }
}

/** A pattern tells the form best; where there is none, the name of the constraint must do. */
function describe(parameter: unknown, constraint: string): string {
  return parameter instanceof RegExp || typeof parameter === 'string' ? String(parameter) : constraint;
}

function choices(values: unknown): string[] {
  return Object.values((values ?? {}) as Record<string, unknown>).map(String);
}

function lengths(constraint: string, parameters: readonly unknown[]): string {
  const [first, second] = parameters.map(Number);
  const [shortest, longest] = constraint === 'maxLength' ? [0, first] : [first, second];
  return longest === undefined ? `≥ ${shortest}` : `${shortest}–${longest}`;
}

/** The arguments that a property's decorator was given, such as the list of `@IsIn`. */
export function constraintParameters(dto: object, property: string, constraint: string): readonly unknown[] {
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(dto.constructor, '', false, false)
    .find((one) => one.propertyName === property && one.name === constraint);
  return (metadata?.constraints ?? []) as unknown[];
}

/** All properties of a DTO that carry a decorator of class-validator: the members that are known. */
export function knownProperties(dto: object): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto.constructor, '', false, false);
  return [...new Set(metadata.map((one) => one.propertyName))];
}
