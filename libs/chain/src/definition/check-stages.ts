import { BIRTH_STAGE } from './chain-definition';
import { fault, type DefinitionFault } from './definition-fault';
import { listOf, membersOf, textOf } from './loose';
import { checkId, checkRange, checkSize, checkTitle } from './value-rules';

const MAX_STAGES = 200;
/** A century in months: further than any stage, grace or rule of a life reaches. */
const MAX_MONTHS = 1200;
const MAX_AGE = 99;

/** The rules of one version's stages, apart from the order of their due months. */
export function checkStages(pointer: string, value: unknown): DefinitionFault[] {
  if (!Array.isArray(value)) return [];
  const stages = listOf(value);
  if (stages.length === 0) return [fault(pointer, 'no-stage')];
  return [
    ...checkSize(pointer, stages, MAX_STAGES),
    ...stages.flatMap((stage, index) => checkStage(`${pointer}/${index}`, stage)),
    ...checkUnique(pointer, stages),
    ...checkBirth(pointer, stages),
  ];
}

function checkStage(pointer: string, stage: unknown): DefinitionFault[] {
  const { id, title, due, grace } = membersOf(stage);
  return [
    ...checkId(`${pointer}/id`, id),
    ...checkTitle(`${pointer}/title`, title),
    ...checkDue(`${pointer}/due`, due),
    ...checkRange(`${pointer}/grace`, grace, 0, MAX_MONTHS),
  ];
}

function checkDue(pointer: string, due: unknown): DefinitionFault[] {
  const { months, plusYears, month, age, cutoffMonth } = membersOf(due);
  return [
    ...checkRange(`${pointer}/months`, months, 0, MAX_MONTHS),
    ...checkRange(`${pointer}/plusYears`, plusYears, -MAX_AGE, MAX_AGE),
    ...checkRange(`${pointer}/month`, month, 1, 12),
    ...checkSchoolYear(pointer, { age, cutoffMonth }),
  ];
}

/** The parameters of a school year, a version's own or those that a single rule puts in their place. */
export function checkSchoolYear(pointer: string, value: unknown): DefinitionFault[] {
  const { age, cutoffMonth, startMonth } = membersOf(value);
  return [
    ...checkRange(`${pointer}/age`, age, 0, MAX_AGE),
    ...checkRange(`${pointer}/cutoffMonth`, cutoffMonth, 1, 12),
    ...checkRange(`${pointer}/startMonth`, startMonth, 1, 12),
  ];
}

function checkUnique(pointer: string, stages: readonly unknown[]): DefinitionFault[] {
  const seen = new Set<string>();
  return stages.flatMap((stage, index) => {
    const id = textOf(membersOf(stage).id);
    if (id === null || !seen.has(id)) {
      if (id !== null) seen.add(id);
      return [];
    }
    return [fault(`${pointer}/${index}/id`, 'duplicate-stage', { stage: id })];
  });
}

/** Without a birth there is no age; what comes before it (a pregnancy notice) is due with it and never late. */
function checkBirth(pointer: string, stages: readonly unknown[]): DefinitionFault[] {
  const birth = stages.findIndex((stage) => membersOf(stage).id === BIRTH_STAGE);
  if (birth === -1) return [fault(pointer, 'birth-required')];
  return stages.slice(0, birth).flatMap((stage, index) => {
    const { due, grace } = membersOf(stage);
    const { rule, months } = membersOf(due);
    const dueWithBirth = rule === 'monthsAfterBirth' && months === 0;
    return dueWithBirth && grace === 0 ? [] : [fault(`${pointer}/${index}`, 'before-birth')];
  });
}
