import { parseMonth } from '@lueckenlos/chain';
import { readFigure, type Figure } from '@lueckenlos/figures';
import { LIFE_CHAIN_ID } from '@lueckenlos/krefeld';
import { CLOCK, POOL, type Clock } from '@lueckenlos/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { Pool } from 'pg';
import { latestCompleteMonth } from './fill-options';

/** The drop-offs of the whole town along the life chain, as of the latest month that is over. */
export function latestFigure(app: INestApplicationContext): Promise<Figure> {
  const asOf = parseMonth(latestCompleteMonth(app.get<Clock>(CLOCK)())) ?? NaN;
  return readFigure(
    app.get<Pool>(POOL),
    {
      chain: LIFE_CHAIN_ID,
      asOf,
      knownBefore: null,
      by: [],
      filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
      level: null,
      boundaries: asOf,
      dimension: 'last',
      minPosition: null,
    },
    ['scope', 'status', 'window'],
  );
}
