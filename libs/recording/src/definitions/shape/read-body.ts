import type { ClassConstructor } from 'class-transformer';
import { DEFINITION_ID, type DefinitionFault } from '@lueckenlos/chain';
import { ProblemError, type Fault } from '@lueckenlos/platform';
import { hostileFaults } from './hostile-faults';
import { shapeFaults } from './shape-faults';
import '../definitions.problems';

/** Enough to see what is wrong; a body of nothing but mistakes must not be answered by one many times its size. */
const MAX_FAULTS = 200;

export type Rules = (body: unknown) => readonly DefinitionFault[];

/**
 * Refuses a body that has not the shape of the class or breaks a rule, with all faults at once.
 * @throws ProblemError
 */
export function refuseFaulty(type: ClassConstructor<object>, id: string, body: unknown, rules: Rules): void {
  const hostile = hostileFaults(body);
  if (hostile[0]) throw new ProblemError(hostile.slice(0, MAX_FAULTS));
  const faults = [...idFaults(id), ...shapeFaults(type, body), ...rules(body).map(asFault)];
  if (faults[0]) throw new ProblemError(faults.slice(0, MAX_FAULTS));
}

/** The id stands in the path, which no pointer into the body can name. */
function idFaults(id: string): Fault[] {
  return DEFINITION_ID.test(id) ? [] : [{ code: 'definitions.bad-id' }];
}

function asFault({ pointer, rule, params }: DefinitionFault): Fault {
  return { code: `definitions.${rule}`, pointer, params };
}
