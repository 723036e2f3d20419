import { formatMonth, monthOf, parseMonth, type Month } from '../month';
import { checkDueOrder } from './check-due-order';
import { checkSchoolYear, checkStages } from './check-stages';
import { fault, type DefinitionFault } from './definition-fault';
import { listOf, membersOf, numberOf, textOf } from './loose';
import { checkMonth, checkRange, checkSize, checkTitle } from './value-rules';

const MAX_VERSIONS = 100;
const MAX_VERSION = 1_000_000;
/** The first birth month that a record may have; every one must have a version. */
const FIRST_BIRTH = monthOf(1900, 1);

/**
 * Every rule that a chain definition breaks (a `ChainBody`, as `PUT /v1/chains/{id}` takes it); none for one that
 * can be put in force. The shape is somebody else's matter: what cannot be read is passed over, never thrown upon.
 */
export function checkChain(body: unknown): DefinitionFault[] {
  const { title, versions } = membersOf(body);
  return [
    ...checkTitle('/title', title),
    ...(Array.isArray(versions) ? checkVersions(listOf(versions)) : []),
  ];
}

function checkVersions(versions: readonly unknown[]): DefinitionFault[] {
  if (versions.length === 0) return [fault('/versions', 'no-version')];
  const starts = versions.map(startOf);
  return [
    ...checkSize('/versions', versions, MAX_VERSIONS),
    ...checkFirst(starts[0] ?? null),
    ...versions.flatMap((version, index) => [
      ...checkVersion(`/versions/${index}`, version),
      ...checkOrder(`/versions/${index}`, version, versions[index - 1]),
      ...checkDueOrderFrom(`/versions/${index}`, version, starts[index] ?? null, starts[index + 1] ?? null),
    ]),
  ];
}

function startOf(version: unknown): Month | null {
  return parseMonth(textOf(membersOf(version).validForBirthsFrom) ?? '');
}

function checkFirst(start: Month | null): DefinitionFault[] {
  if (start === null || start <= FIRST_BIRTH) return [];
  return [
    fault('/versions/0/validForBirthsFrom', 'first-version-too-late', { month: formatMonth(FIRST_BIRTH) }),
  ];
}

function checkVersion(pointer: string, value: unknown): DefinitionFault[] {
  const { version, validForBirthsFrom, schoolYear, stages } = membersOf(value);
  return [
    ...checkRange(`${pointer}/version`, version, 1, MAX_VERSION),
    ...checkMonth(`${pointer}/validForBirthsFrom`, validForBirthsFrom),
    ...checkSchoolYear(`${pointer}/schoolYear`, schoolYear),
    ...checkStages(`${pointer}/stages`, stages),
  ];
}

function checkOrder(pointer: string, value: unknown, previous: unknown): DefinitionFault[] {
  if (previous === undefined) return [];
  const [number, before] = [value, previous].map((each) => numberOf(membersOf(each).version));
  const [start, startBefore] = [value, previous].map(startOf);
  return [
    ...(number != null && before != null && number <= before
      ? [fault(`${pointer}/version`, 'versions-not-ascending', { before })]
      : []),
    ...(start != null && startBefore != null && start <= startBefore
      ? [fault(`${pointer}/validForBirthsFrom`, 'births-not-ascending', { before: formatMonth(startBefore) })]
      : []),
  ];
}

/** Where the next version does not begin later, it is told so; this one is then checked for a whole year. */
function checkDueOrderFrom(
  pointer: string,
  version: unknown,
  from: Month | null,
  next: Month | null,
): DefinitionFault[] {
  if (from === null) return [];
  return checkDueOrder(pointer, version, from, next !== null && next > from ? next : Infinity);
}
