import { requireScope, type Identity } from '@lueckenlos/access';
import type { Measure } from '@lueckenlos/chain';
import { CLOCK, POOL, ProblemError, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { FigureParameters } from '../query/figure-parameters.dto';
import { figureRequest } from '../query/figure-request';
import { readFigure, type Figure } from './figure';
import { waitForPosition } from './wait-for-position';

/** A figure, and the known-before instant that its answer names. */
export interface AnsweredFigure extends Figure {
  readonly knownBefore: Date;
}

/** The way of every figure: read the question, check who asks, wait for the position, read the read models. */
@Injectable()
export class FigureReader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(
    parameters: FigureParameters,
    identity: Identity,
    measures: readonly Measure[],
  ): Promise<AnsweredFigure> {
    const request = figureRequest(parameters, this.clock());
    if ('release' in request) {
      requireScope(identity, 'figures:read');
      throw new ProblemError({ code: 'figures.unknown-release', pointer: '/release' });
    }
    requireScope(identity, 'figures:exact');
    const { exact } = request;
    if (exact.minPosition !== null) await waitForPosition(this.pool, exact.minPosition);
    const figure = await readFigure(this.pool, exact, measures);
    // The clock is read last: everything in the answer was known before the instant that it names.
    return { ...figure, knownBefore: exact.knownBefore ?? this.clock() };
  }
}
