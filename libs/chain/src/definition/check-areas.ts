import { fault, type DefinitionFault } from './definition-fault';
import { listOf, membersOf, textOf } from './loose';
import { checkId, checkMonth, checkSize, checkText } from './value-rules';

const MAX_AREAS = 20_000;
/** What figures call an area that nobody stated. */
const RESERVED = 'unknown';

/**
 * Every rule that an area hierarchy breaks (an `AreaHierarchy`, as `PUT /v1/areas/{municipality}` takes it).
 * `codesElsewhere` maps the codes that other municipalities use to the municipality: a code is unique in the
 * installation, because a record names an area by its code alone.
 */
export function checkAreas(
  body: unknown,
  codesElsewhere: ReadonlyMap<string, string> = new Map(),
): DefinitionFault[] {
  const { validFrom, areas } = membersOf(body);
  const list = listOf(areas);
  return [
    ...checkMonth('/validFrom', validFrom),
    ...(Array.isArray(areas) && list.length === 0 ? [fault('/areas', 'no-area')] : []),
    ...checkSize('/areas', list, MAX_AREAS),
    ...list.flatMap((area, index) => checkArea(`/areas/${index}`, area, codesElsewhere)),
    ...checkTree(list.map(membersOf)),
  ];
}

function checkArea(
  pointer: string,
  area: unknown,
  elsewhere: ReadonlyMap<string, string>,
): DefinitionFault[] {
  const { code, name, kind } = membersOf(area);
  const municipality = elsewhere.get(textOf(code) ?? '');
  return [
    ...checkId(`${pointer}/code`, code),
    ...checkText(`${pointer}/name`, name),
    ...checkText(`${pointer}/kind`, kind),
    ...(code === RESERVED ? [fault(`${pointer}/code`, 'reserved-code', { code: RESERVED })] : []),
    ...(municipality === undefined ? [] : [fault(`${pointer}/code`, 'area-taken', { municipality })]),
  ];
}

function checkTree(areas: readonly Readonly<Record<string, unknown>>[]): DefinitionFault[] {
  const parents = new Map<string, string | null>();
  const faults: DefinitionFault[] = [];
  areas.forEach(({ code, parent }, index) => {
    if (typeof code !== 'string') return;
    if (parents.has(code)) faults.push(fault(`/areas/${index}/code`, 'duplicate-area', { code }));
    else parents.set(code, textOf(parent));
  });
  areas.forEach(({ parent }, index) => {
    if (typeof parent === 'string' && !parents.has(parent)) {
      faults.push(fault(`/areas/${index}/parent`, 'unknown-parent'));
    }
  });
  return [...faults, ...checkCycles(areas, parents)];
}

/** Each cycle is told once, at the first area of it. */
function checkCycles(
  areas: readonly Readonly<Record<string, unknown>>[],
  parents: ReadonlyMap<string, string | null>,
): DefinitionFault[] {
  const done = new Set<string>();
  return areas.flatMap(({ code }, index) => {
    const cycle = typeof code === 'string' ? cycleFrom(code, parents, done) : null;
    return cycle ? [fault(`/areas/${index}/parent`, 'area-cycle', { codes: cycle })] : [];
  });
}

/** Walks up from an area. Whatever was walked before is done with, so that all walks together take linear time. */
function cycleFrom(
  start: string,
  parents: ReadonlyMap<string, string | null>,
  done: Set<string>,
): string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  for (let code: string | null = start; code !== null && !done.has(code); code = parents.get(code) ?? null) {
    if (onPath.has(code)) {
      path.forEach((each) => done.add(each));
      return path.slice(path.indexOf(code));
    }
    path.push(code);
    onPath.add(code);
  }
  path.forEach((each) => done.add(each));
  return null;
}
