import { formatMonth, versionsInForce } from '@lueckenlos/chain';
import type { AnsweredFigure } from './figure-reader';

/** What every exact answer says of itself: which chain, which clocks, up to which position. */
export interface Heading {
  readonly chain: string;
  /** The numbers of the chain's versions that the figure goes by. */
  readonly chainVersions: readonly number[];
  /** The position of the chain's definition that the figure uses. */
  readonly chainPosition: string;
  readonly asOf: string;
  /** The month whose area hierarchy counts. */
  readonly boundaries: string;
  readonly knownBefore: string;
  readonly position: string;
  readonly release: null;
  readonly exact: true;
}

export function headingOf({ query, chain, knownBefore, position }: AnsweredFigure): Heading {
  return {
    chain: query.chain,
    chainVersions: versionsInForce(chain.definition).map(({ version }) => version),
    chainPosition: chain.position,
    asOf: formatMonth(query.asOf),
    boundaries: formatMonth(query.boundaries),
    knownBefore: knownBefore.toISOString(),
    position: position.toString(),
    release: null,
    exact: true,
  };
}
