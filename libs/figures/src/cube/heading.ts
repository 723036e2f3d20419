import { formatMonth, versionsInForce } from '@lueckenlos/chain';
import type { ReleasedHeading } from '../protected/released-tables';
import { coverageAnswer, type CoverageAnswer } from '../source-coverage/coverage-answer';
import type { AnsweredFigure, Figure } from './figure';

/** What every answer says of the question. */
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

/** What every answer says of itself: the question, what was known, up to which position, and how it is protected. */
export interface Heading extends Question {
  readonly knownBefore: string;
  readonly position: string;
  /** Of protected figures. */
  readonly release: string | null;
  readonly exact: boolean;
  readonly protection?: Protection;
  /** How far the sources have delivered; absent where nobody announces deliveries. */
  readonly coverage?: readonly CoverageAnswer[];
}

/** How published counts were protected, and what follows from it for whoever reads them. */
export interface Protection {
  readonly method: 'cell-key';
  /** Name of the perturbation table. */
  readonly table: string;
  /** No published count is further off than that. */
  readonly maxNoise: number;
  /** No share is shown on a smaller published base. */
  readonly floor: number;
  /** Published counts of parts don't add up to that of the whole. */
  readonly additive: false;
  readonly note: { readonly de: string; readonly en: string };
  readonly withdrawn: ReleasedHeading['withdrawn'];
}

const NOTE = {
  de: 'Jede Zahl ist für sich leicht verändert, damit niemand erkennbar ist; Teile ergeben darum nicht genau die Summe.',
  en: 'Each count is slightly changed on its own, so that nobody can be recognised; parts therefore don’t add up exactly.',
};

export function questionOf({ query, chain }: Pick<Figure, 'query' | 'chain'>): Question {
  return {
    chain: query.chain,
    chainVersions: versionsInForce(chain.definition).map(({ version }) => version),
    chainPosition: chain.position,
    asOf: formatMonth(query.asOf),
    boundaries: formatMonth(query.boundaries),
  };
}

/** Of a figure that knows neither release nor coverage, too. */
export function headingOf(
  figure: Pick<AnsweredFigure, 'query' | 'chain' | 'position' | 'knownBefore'> &
    Partial<Pick<AnsweredFigure, 'release' | 'coverage'>>,
): Heading {
  const { knownBefore, position, release = null, coverage = null } = figure;
  return {
    ...questionOf(figure),
    knownBefore: knownBefore.toISOString(),
    position: position.toString(),
    release: release?.id ?? null,
    exact: release === null,
    ...(release && { protection: protectionOf(release) }),
    ...coverageAnswer(coverage),
  };
}

function protectionOf({ table, floor, withdrawn }: ReleasedHeading): Protection {
  const { maxNoise } = table.parameters;
  return { method: 'cell-key', table: table.name, maxNoise, floor, additive: false, note: NOTE, withdrawn };
}
