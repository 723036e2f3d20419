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
    ...checkFirst(versions, starts),
    ...versions.flatMap((version, index) => [
      ...checkVersion(`/versions/${index}`, version),
      ...checkOrder(`/versions/${index}`, version, versions[index - 1]),
      ...checkDueOrderFrom(`/versions/${index}`, version, starts[index] ?? null, nextStart(versions, index)),
    ]),
  ];
}

function startOf(version: unknown): Month | null {
  return parseMonth(textOf(membersOf(version).validForBirthsFrom) ?? '');
}

/** A planned version is checked like any other, but holds for nobody. */
function isInForce(version: unknown): boolean {
  return membersOf(version).inForce !== false;
}

function checkFirst(versions: readonly unknown[], starts: readonly (Month | null)[]): DefinitionFault[] {
  const first = versions.findIndex(isInForce);
  if (first < 0) return [fault('/versions', 'no-version-in-force')];
  if ((starts[first] ?? FIRST_BIRTH) <= FIRST_BIRTH) return [];
  const params = { month: formatMonth(FIRST_BIRTH) };
  return [fault(`/versions/${first}/validForBirthsFrom`, 'first-version-too-late', params)];
}

/** From which births on another version holds instead. */
function nextStart(versions: readonly unknown[], index: number): Month | null {
  const next = versions.slice(index + 1).find(isInForce);
  return next === undefined ? null : startOf(next);
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
