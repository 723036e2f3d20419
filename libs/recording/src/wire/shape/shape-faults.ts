import type { Fault } from '@lueckenlos/platform';
import { isAbsent, membersOf, type EventClass } from '../follows.decorator';
import { isUnknownMember } from './schema-of';
import type { ShapeVerdict } from './shape-check';

/** Enough for anybody to see what is wrong; a body full of unknown members must not make a report a thousand times its size. */
export const MAX_FAULTS = 50;
const MAX_NAME = 128;

/** A fault that always says where. */
export type ShapeFault = Fault & { readonly pointer: string };

/** The faults behind a verdict: members in the order of the contract, then the unknown ones. */
export function shapeFaults(
  type: EventClass,
  value: object,
  verdict: ShapeVerdict,
  path: string,
): ShapeFault[] {
  const sent = new Map<string, unknown>(Object.entries(value));
  const members = membersOf(type);
  const broken = members.filter(({ name }) => verdict.broken.has(name));
  const faults = broken.map(({ name, rule }): ShapeFault => {
    const pointer = `${path}/${name}`;
    return isAbsent(sent.get(name))
      ? { code: 'recording.missing-member', pointer, params: { member: name } }
      : { code: rule.code, pointer, ...(rule.params ? { params: rule.params } : {}) };
  });
  const allowed = members.map(({ name }) => name);
  for (const [name, member] of sent) {
    if (faults.length >= MAX_FAULTS) break;
    if (!isUnknownMember(type, name, member)) continue;
    faults.push({
      code: 'recording.unknown-member',
      pointer: `${path}/${escaped(name)}`,
      params: { allowed },
    });
  }
  return faults;
}

/** A name as a segment of a JSON pointer, cut to a sensible length. */
function escaped(name: string): string {
  return name
    .slice(0, MAX_NAME)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
}
