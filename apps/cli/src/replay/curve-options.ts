import { CURVE_DIMENSIONS } from '@lueckenlos/chain';
import { COMPETING, ESTIMATORS, wholeRequest, type CurveRequest } from '@lueckenlos/figures/counting';
import type { CurvesQuestion } from '@lueckenlos/replay/engine';
import { Option, type Command } from 'commander';
import { usageError } from '../errors/cli-error';
import { listOf, listOfYears, oneOf, wholeNumber } from '../options/parsers';

/** What only curves take. */
export interface CurveOptions {
  readonly stage?: string;
  readonly from?: string;
  readonly estimator?: CurveRequest['estimator'];
  readonly competing?: CurveRequest['competing'];
  readonly horizon?: number;
  readonly dimension?: CurveRequest['dimension'];
  readonly birthYear?: readonly number[];
  readonly schoolYear?: readonly number[];
  readonly area?: readonly string[];
  readonly povertyRisk?: readonly string[];
}

const NO_STAGE = { en: '--figure curves needs --stage.', de: '--figure curves braucht --stage.' };
const NO_CURVES = {
  en: '{option} goes with --figure curves only, and without --release.',
  de: '{option} gibt es nur mit --figure curves und ohne --release.',
};
const NO_COMPETING = {
  en: '--competing goes with aalen-johansen only.',
  de: '--competing gibt es nur mit aalen-johansen.',
};

const OPTIONS: readonly Option[] = [
  new Option('--stage <id>', 'of curves: the stage to be reached, such as kita'),
  new Option('--from <id>', 'of curves: where time begins: birth, or an earlier stage'),
  new Option('--estimator <name>', `of curves: ${ESTIMATORS.join(', ')}`).argParser(
    oneOf('--estimator', ...ESTIMATORS),
  ),
  new Option(
    '--competing <list>',
    `of curves: what competes: ${COMPETING.join(',')}, or one of them`,
  ).argParser(listOf('--competing', ...COMPETING)),
  new Option('--horizon <months>', 'of curves: mean months within the first so many, in JSON').argParser(
    wholeNumber('--horizon', 1),
  ),
  new Option(
    '--dimension <which>',
    `of curves: which known value counts: ${CURVE_DIMENSIONS.join(', ')}`,
  ).argParser(oneOf('--dimension', ...CURVE_DIMENSIONS)),
  new Option('--birth-year <list>', 'of curves: only these birth years').argParser(
    listOfYears('--birth-year'),
  ),
  new Option('--school-year <list>', 'of curves: only these school-entry years').argParser(
    listOfYears('--school-year'),
  ),
  new Option('--area <list>', 'of curves: only these areas and what lies in them').argParser(
    listOf('--area'),
  ),
  new Option('--poverty-risk <list>', 'of curves: only these: true, false, unknown').argParser(
    listOf('--poverty-risk', 'true', 'false', 'unknown'),
  ),
];

export function asksForCurves(command: Command): Command {
  for (const option of OPTIONS) command.addOption(option);
  return command;
}

/** @throws CliError naming an option that says something of curves where none are asked for */
export function refuseCurveOptions(options: CurveOptions): void {
  const given = OPTIONS.find((one) => options[one.attributeName() as keyof CurveOptions] !== undefined);
  if (given) throw usageError(NO_CURVES, { option: given.long ?? '' });
}

/** @throws CliError where there is no stage, or something competes with Kaplan–Meier */
export function askedCurves(options: CurveOptions): Pick<CurvesQuestion, 'request' | 'filters'> {
  const { stage, birthYear = null, schoolYear = null, area = null, povertyRisk = null, ...asked } = options;
  if (stage === undefined) throw usageError(NO_STAGE);
  if (asked.estimator === 'kaplan-meier' && asked.competing) throw usageError(NO_COMPETING);
  return {
    request: wholeRequest({ stage, ...asked }),
    filters: { birthYear, schoolYear, area, povertyRisk },
  };
}
