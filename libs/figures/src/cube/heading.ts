import { formatMonth, versionsInForce } from '@lueckenlos/chain';
import type { Figure } from './figure';
import type { AnsweredFigure } from './figure-reader';

/** What every exact answer says of the question. */
export interface Question {
  readonly chain: string;
  /** The numbers of the chain's versions that the figure goes by. */
  readonly chainVersions: readonly number[];
  /** The position of the chain's definition that the figure uses. */
  readonly chainPosition: string;
  readonly asOf: string;
  /** The month whose area hierarchy counts. */
  readonly boundaries: string;
}

/** What every exact answer says of itself: the question, what was known, up to which position. */
export interface Heading extends Question {
  readonly knownBefore: string;
  readonly position: string;
  readonly release: null;
  readonly exact: true;
}

export function questionOf({ query, chain }: Pick<Figure, 'query' | 'chain'>): Question {
  return {
    chain: query.chain,
    chainVersions: versionsInForce(chain.definition).map(({ version }) => version),
    chainPosition: chain.position,
    asOf: formatMonth(query.asOf),
    boundaries: formatMonth(query.boundaries),
  };
}

export function headingOf(figure: AnsweredFigure): Heading {
  return {
    ...questionOf(figure),
    knownBefore: figure.knownBefore.toISOString(),
    position: figure.position.toString(),
    release: null,
    exact: true,
  };
}
