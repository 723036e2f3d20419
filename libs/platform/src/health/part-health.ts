import type { Fault, Language } from '../problems/problem-definition';
import { renderFault } from '../problems/render';

/** `degraded`: works, and somebody should look. `down`: keeps requests away from the process. */
export type PartState = 'up' | 'degraded' | 'down';

/** How one part of the process stands, and why unless it is up. */
export interface PartHealth {
  readonly state: PartState;
  readonly fault?: Fault;
}

/** The parts by name. */
export type Parts = ReadonlyMap<string, PartHealth>;

/** A part as `/health/ready` tells it. */
export interface ToldPart {
  readonly state: PartState;
  readonly code?: string;
  readonly reason?: string;
}

export function tellParts(parts: Parts, language: Language): Record<string, ToldPart> {
  return Object.fromEntries([...parts].map(([name, part]) => [name, tellPart(part, language)]));
}

function tellPart({ state, fault }: PartHealth, language: Language): ToldPart {
  return fault ? { state, code: fault.code, reason: renderFault(fault, language).detail } : { state };
}
