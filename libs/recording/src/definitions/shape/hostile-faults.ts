import type { Fault } from '@lueckenlos/platform';
import { pointerTo } from './pointer';

const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * What must not reach a library that walks objects, nor the database: members named like those that every object has
 * (class-validator takes `constructor` for a known one), control characters, half surrogates. Walks with a list of its
 * own instead of the stack.
 */
export function hostileFaults(body: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: { value: unknown; pointer: string }[] = [{ value: body, pointer: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) {
      faults.push({ code: 'definitions.control-character', pointer });
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      const place = pointerTo(pointer, name);
      if (name in Object.prototype) faults.push({ code: 'definitions.unknown-member', pointer: place });
      waiting.push({ value: member, pointer: place });
    }
  }
  return faults;
}
