import type { ValidationError } from 'class-validator';
import type { Fault } from '../../problems/problem-definition';
import { pointerToken } from '../body/structural-faults';
import { brokenRule, constraintParameters, knownProperties } from './constraint-rules';
import { codeOf, type Place } from './rules';

/**
 * Turns what class-validator found into faults with pointers. A decorator may name its own code:
 * `@Matches(/…/, { context: { code: 'recording.invalid-subject' } })`, or say what it expects in words:
 * `@Matches(/…/, { context: { expected: 'YYYY-MM' } })`.
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
  const broken = constraints.map((constraint) => {
    const { rule, params } = brokenRule(constraint, constraintParameters(target, error.property, constraint));
    const { code, expected } = ownWords(error.contexts, constraint);
    return { rule, own: code, params: expected === undefined ? params : { ...params, expected } };
  });
  // A value of the wrong type breaks all other rules too; telling so would only confuse.
  const wrongType = broken.filter(({ rule }) => rule === 'type').slice(0, 1);
  return (wrongType.length > 0 ? wrongType : broken).map(({ rule, own, params }) => ({
    code: own ?? codeOf(place, rule),
    pointer,
    params,
  }));
}

/** What a decorator says of its rule in its `context`: a code of its own, or the form in words instead of a pattern. */
function ownWords(
  contexts: ValidationError['contexts'],
  constraint: string,
): { code?: string | undefined; expected?: string | undefined } {
  const { code, expected } = (contexts?.[constraint] ?? {}) as { code?: unknown; expected?: unknown };
  return {
    code: typeof code === 'string' ? code : undefined,
    expected: typeof expected === 'string' ? expected : undefined,
  };
}
