import type { ValidationError } from 'class-validator';
import type { Fault } from '../../problems/problem-definition';
import { pointerToken } from '../body/structural-faults';
import { brokenRule, constraintParameters, knownProperties } from './constraint-rules';
import { codeOf, type Place } from './rules';

/**
 * Turns what class-validator found into faults with pointers. A decorator may name its own code:
 * `@Matches(/…/, { context: { code: 'recording.invalid-subject' } })`.
 */
export function faultsOf(errors: readonly ValidationError[], place: Place, parent = ''): Fault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${pointerToken(error.property)}`;
    return [...ownFaults(error, place, pointer), ...faultsOf(error.children ?? [], place, pointer)];
  });
}

function ownFaults(error: ValidationError, place: Place, pointer: string): Fault[] {
  const constraints = Object.keys(error.constraints ?? {});
  const target = error.target ?? {};
  if (constraints.includes('whitelistValidation')) {
    return [{ code: codeOf(place, 'unknown'), pointer, params: { allowed: knownProperties(target) } }];
  }
  if (constraints.length > 0 && error.value === undefined) {
    return [{ code: codeOf(place, 'missing'), pointer }];
  }
  const broken = constraints.map((constraint) => ({
    ...brokenRule(constraint, constraintParameters(target, error.property, constraint)),
    own: ownCode(error.contexts, constraint),
  }));
  // A value of the wrong type breaks all other rules too; telling so would only confuse.
  const wrongType = broken.filter(({ rule }) => rule === 'type').slice(0, 1);
  return (wrongType.length > 0 ? wrongType : broken).map(({ rule, own, params }) => ({
    code: own ?? codeOf(place, rule),
    pointer,
    params,
  }));
}

function ownCode(contexts: ValidationError['contexts'], constraint: string): string | undefined {
  const context = contexts?.[constraint] as { code?: unknown } | undefined;
  return typeof context?.code === 'string' ? context.code : undefined;
}
