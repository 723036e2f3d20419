import type { ErrorObject, ValidateFunction } from 'ajv';
import type { EventClass } from '../follows.decorator';
import { ajv } from './ajv';
import { schemaOf } from './schema-of';
import { SOUND, type ShapeCheck } from './shape-check';

const compiled = new Map<EventClass, ValidateFunction>();

/** The rules as one compiled JSON Schema per class: for the rows of batches and imports. */
export const compiledCheck: ShapeCheck = (type, value) => {
  const validate = compiled.get(type) ?? compile(type);
  if (validate(value)) return SOUND;
  return { sound: false, broken: new Set((validate.errors ?? []).flatMap(memberOf)) };
};

function compile(type: EventClass): ValidateFunction {
  const validate = ajv.compile(schemaOf(type));
  compiled.set(type, validate);
  return validate;
}

function memberOf(error: ErrorObject): string[] {
  const member = error.instancePath.split('/')[1];
  if (member !== undefined) return [member];
  return error.keyword === 'required' ? [String(error.params.missingProperty)] : [];
}
