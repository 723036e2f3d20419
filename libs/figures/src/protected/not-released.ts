import { stagesInOrder } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import type { OpenRelease } from './open-release';

/** Figures that no release holds, with the published question that comes nearest. */
const NEAREST = {
  occupation: ({ definitions }: OpenRelease) =>
    `curves?stage=${stagesInOrder(definitions.chain).at(-1)?.id ?? ''}`,
  forecast: () => 'drop-offs?by=birthYear',
};
export type NotReleased = keyof typeof NEAREST;

/** A 422 that says what to ask instead. */
export function notReleased(figure: NotReleased, release: OpenRelease): ProblemError {
  const { chain, release: id } = release.question;
  const nearest = `/v1/${NEAREST[figure](release)}&chain=${chain}&release=${id}`;
  return new ProblemError({ code: 'figures.not-released', pointer: '/release', params: { nearest } });
}
