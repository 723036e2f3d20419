import { BIRTH_STAGE } from '@lueckenlos/chain';
import type { EventPattern } from '@lueckenlos/event-store';

const ALWAYS = ['lueckenlos.died.v1', 'lueckenlos.corrected.v1', 'lueckenlos.retracted.v1'];
const REACHED = 'lueckenlos.stage-reached.v1';

/** What of a case can make a new record odd or impossible. All else stays unread: a case has dozens of records. */
export const TELLING: readonly EventPattern[] = [
  { type: REACHED, data: { stage: BIRTH_STAGE } },
  ...ALWAYS.map((type) => ({ type })),
];

/** The same for an event at hand. */
export function isTelling(type: string, stage: unknown): boolean {
  return type === REACHED ? stage === BIRTH_STAGE : ALWAYS.includes(type);
}
