import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Fault } from '@lueckenlos/platform';
import { pointerTo } from './pointer';

/** What each check of class-validator expects, in the words of JSON. */
const EXPECTED: Readonly<Record<string, string>> = {
  isString: 'string',
  isInt: 'integer',
  isArray: 'array',
  isObject: 'object',
  nestedValidation: 'object',
  isIn: 'monthsAfterBirth | schoolYear',
};

/** Everything about a body that has not the shape of the class: types, missing members, unknown ones. */
export function shapeFaults(type: ClassConstructor<object>, body: unknown): Fault[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [{ code: 'definitions.wrong-type', pointer: '', params: { expected: 'object' } }];
  }
  const instance = plainToInstance(type, body);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  return errors.flatMap((error) => faultsOf('', error));
}

function faultsOf(parent: string, error: ValidationError): Fault[] {
  const pointer = pointerTo(parent, error.property);
  const own = Object.keys(error.constraints ?? {});
  // An array with a wrong element is told at that element, not at the array as a whole.
  const children = (error.children ?? []).flatMap((child) => faultsOf(pointer, child));
  if (children.length > 0 || own.length === 0) return children;
  return [faultOf(pointer, error, own)];
}

function faultOf(pointer: string, error: ValidationError, broken: readonly string[]): Fault {
  if (broken.includes('whitelistValidation')) return { code: 'definitions.unknown-member', pointer };
  if (error.value === undefined) return { code: 'definitions.missing-member', pointer };
  const expected = broken.flatMap((name) => EXPECTED[name] ?? []).at(-1) ?? 'object';
  return { code: 'definitions.wrong-type', pointer, params: { expected } };
}
