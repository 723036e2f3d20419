import type { Fault } from '@lueckenlos/platform';
import type { Context, ContextRule, Readable } from './context-rule';
import { areasMustBeKnown, periodMustBeOver, stagesMustBeAllowed, stagesMustBeKnown } from './delivery-rules';
import { otherMustBeAnother } from './link-rules';
import { mayStateKnownInstant, mustBeOwnSource, stageMustBeAllowed, typeMustBeAllowed } from './sender-rules';
import { knownInstantMustBePast, monthMustBePlausible } from './time-rules';
import { areaMustBeKnown, stageMustBeKnown } from './vocabulary-rules';

/** What an agency may not do comes first: the status of an answer is that of its first fault. */
const FORBIDDING: readonly ContextRule[] = [
  mustBeOwnSource,
  typeMustBeAllowed,
  stageMustBeAllowed,
  stagesMustBeAllowed,
  mayStateKnownInstant,
];

const JUDGING: readonly ContextRule[] = [
  knownInstantMustBePast,
  stageMustBeKnown,
  monthMustBePlausible,
  areaMustBeKnown,
  otherMustBeAnother,
  periodMustBeOver,
  stagesMustBeKnown,
  areasMustBeKnown,
];

const NONE: readonly Fault[] = [];

export function forbiddenIn(said: Readable, context: Context): readonly Fault[] {
  return broken(FORBIDDING, said, context);
}

export function wrongIn(said: Readable, context: Context): readonly Fault[] {
  return broken(JUDGING, said, context);
}

function broken(rules: readonly ContextRule[], said: Readable, context: Context): readonly Fault[] {
  let faults = NONE;
  for (const rule of rules) {
    const found = rule(said, context);
    if (found) faults = faults.concat(found);
  }
  return faults;
}
