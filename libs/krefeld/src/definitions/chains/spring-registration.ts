import type { StageDefinition } from '@lueckenlos/chain';

/**
 * The reform of school registration that North Rhine-Westphalia plans: in the spring of S−1 instead of by 15 November,
 * for children due from August 2029. Nothing of it is law, so the months are assumptions: spring ends with May, and the
 * grace still ends in July of S, the last month before school.
 */
const SPRING_REGISTRATION: Pick<StageDefinition, 'due' | 'grace'> = {
  due: { rule: 'schoolYear', plusYears: -1, month: 5 },
  grace: 14,
};

/**
 * At registration the school tests the language of those whom nobody has tested (§ 36 (3) SchulG): the grace of the
 * screening ends with the spring in which it registers them (assumed), not in November.
 */
const SCREENING_UNTIL_SPRING: Pick<StageDefinition, 'grace'> = { grace: 9 };

/** The stages of the life chain as they would be under the reform. */
export function withSpringRegistration(stages: readonly StageDefinition[]): StageDefinition[] {
  const changed = new Map<string, Partial<StageDefinition>>([
    ['school_registration', SPRING_REGISTRATION],
    ['language_screening', SCREENING_UNTIL_SPRING],
  ]);
  return stages.map((stage) => ({ ...stage, ...changed.get(stage.id) }));
}
