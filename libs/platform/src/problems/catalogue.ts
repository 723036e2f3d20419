import type { ProblemDefinition } from './problem-definition';

const definitions = new Map<string, ProblemDefinition>();

/**
 * Registers stable codes with their status and texts. Call it once, at the top of a module.
 * Refuses a code that somebody else has taken, because a client could not tell the two apart.
 */
export function defineProblems<T extends Record<string, ProblemDefinition>>(catalogue: T): T {
  for (const [code, definition] of Object.entries(catalogue)) {
    if (definitions.has(code)) {
      throw new Error(`The problem code ${code} is defined twice.`);
    }
    definitions.set(code, definition);
  }
  return catalogue;
}

/** What a code means. An unknown code is a mistake of the programmer, found where the problem is made. */
export function problemDefinition(code: string): ProblemDefinition {
  const definition = definitions.get(code);
  if (!definition) {
    throw new Error(`The problem code ${code} is not defined.`);
  }
  return definition;
}

/** All codes known to this process, sorted, for documentation. */
export function problemCodes(): string[] {
  return [...definitions.keys()].sort();
}
