import type { Month } from '../month';
import type { Fact } from '../records/effective-facts';

/** Why a case is gone. */
export type ExitReason = 'moved_out' | 'died';

/** A time of residence. At the end of month t the case is present if start <= t and (end is null or end > t). */
export interface Spell {
  readonly start: Month;
  /** The month of the exit; null while the spell is open. */
  readonly end: Month | null;
  readonly reason: ExitReason | null;
}

type Movement = 'enter' | ExitReason;
/** Within a month entries come first, and a move out comes before a death. */
const ORDER: Record<Movement, number> = { enter: 0, moved_out: 1, died: 2 };

/**
 * The spells of residence. A local birth or a moved-in opens one if none is open; a moved-out or a death
 * closes it; after a death nothing opens.
 */
export function presenceSpells(facts: readonly Fact[], birth: Month | null): Spell[] {
  const spells: Spell[] = [];
  let start: Month | null = null;
  for (const { month, movement } of movements(facts, birth)) {
    if (movement === 'enter') {
      start ??= month;
      continue;
    }
    if (start !== null) spells.push({ start, end: month, reason: movement });
    start = null;
    if (movement === 'died') return spells;
  }
  if (start !== null) spells.push({ start, end: null, reason: null });
  return spells;
}

function movements(facts: readonly Fact[], birth: Month | null): { month: Month; movement: Movement }[] {
  const found: { month: Month; movement: Movement }[] = [];
  for (const fact of facts) {
    const movement = movementOf(fact, birth);
    if (movement) found.push({ month: fact.month, movement });
  }
  return found.sort((a, b) => a.month - b.month || ORDER[a.movement] - ORDER[b.movement]);
}

function movementOf(fact: Fact, birth: Month | null): Movement | null {
  switch (fact.kind) {
    case 'stage-reached':
      return isLocalBirth(fact, birth) ? 'enter' : null;
    case 'moved-in':
      return 'enter';
    case 'moved-out':
      return 'moved_out';
    case 'died':
      return 'died';
    case 'relocated':
      return null;
  }
}

/** A birth record without area tells of a birth elsewhere: that child is present from its moved-in. */
function isLocalBirth(fact: Fact, birth: Month | null): boolean {
  return fact.stage === 'birth' && fact.month === birth && fact.area !== null;
}

export function isPresent(spells: readonly Spell[], month: Month): boolean {
  return spells.some(({ start, end }) => start <= month && (end === null || end > month));
}

/** The last spell that was closed by the end of a month. */
export function lastClosed(spells: readonly Spell[], month: Month): (Spell & { end: Month }) | null {
  let found: (Spell & { end: Month }) | null = null;
  for (const spell of spells) {
    if (spell.end !== null && spell.end <= month) found = spell as Spell & { end: Month };
  }
  return found;
}
