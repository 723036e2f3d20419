import { formatMonth } from '@lueckenlos/chain';
import { FLOOR } from '@lueckenlos/figures/counting';
import type { CurvesQuestion, CurvesReplay } from '@lueckenlos/replay/engine';
import { print, type Context } from '../context';
import { printCurves, type Curves } from '../curves/print-curves';
import type { ReplayFormat } from './print-replay';

const DIGEST = { en: 'Digest of the strata', de: 'Prüfsumme der Gruppen' };

/** Prints curves as those of a server are, with their digest. */
export function printCurveReplay(
  { strata, digest, position, eventsRead }: CurvesReplay,
  { chain, asOf: month, request }: CurvesQuestion,
  format: ReplayFormat,
  context: Context,
): void {
  const curves = { chain, asOf: formatMonth(month), ...request, floor: FLOOR, strata };
  if (format === 'json')
    return print(context, JSON.stringify({ position, eventsRead, digest, ...curves }, null, 2));
  // Of exact figures every point has an estimate.
  printCurves(curves as Curves, context);
  print(context, `\n${DIGEST[context.language]}: ${digest}`);
}
