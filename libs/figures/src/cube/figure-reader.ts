import { requireScope, type Identity } from '@lueckenlos/access';
import { CLOCK, POOL, ProblemError, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Pool } from 'pg';
import type { FigureParameters } from '../query/figure-parameters.dto';
import type { FigureQuery } from '../query/figure-query';
import { figureRequest } from '../query/figure-request';
import type { ReleaseQuery } from '../query/release-query';
import type { CubeKind } from '@lueckenlos/disclosure';
import { notReleased, type NotReleased } from '../protected/not-released';
import { openRelease } from '../protected/open-release';
import { protectedFigure } from '../protected/protected-figure';
import { RELEASED_TABLES, type ReleasedTables } from '../protected/released-tables';
import { readFigure, type AnsweredFigure } from './figure';
import type { FigureMeasure } from './group-table';
import { waitForPosition } from './wait-for-position';

/** What of the read models a kind of table needs. */
const MEASURES = {
  'drop-offs': ['scope', 'status', 'window', 'unconfirmed'],
  flows: ['next'],
} as const satisfies Partial<Record<CubeKind, readonly FigureMeasure[]>>;

/** What was asked for, and the known-before instant that its answer names. */
export type Answered<T> = T & { readonly knownBefore: Date };

/** The way of every figure: read the question, check who asks, wait for the position, read the read models. */
@Injectable()
export class FigureReader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(RELEASED_TABLES) private readonly releases?: ReleasedTables,
  ) {}

  read(
    parameters: FigureParameters,
    identity: Identity,
    kind: keyof typeof MEASURES,
  ): Promise<AnsweredFigure> {
    return this.answer(parameters, identity, {
      exact: (pool, query) => readFigure(pool, query, MEASURES[kind]),
      released: (tables, question) => protectedFigure(tables, kind, question),
    });
  }

  /** The same way for a figure that no release holds. */
  readExact<T>(
    parameters: FigureParameters,
    identity: Identity,
    figure: NotReleased,
    exact: (pool: Pool, query: FigureQuery) => Promise<T>,
  ): Promise<Answered<T>> {
    return this.answer(parameters, identity, {
      exact,
      released: async (tables, question) => {
        throw notReleased(figure, await openRelease(tables, question));
      },
    });
  }

  /** The same way for any figure. */
  async answer<T>(
    parameters: FigureParameters,
    identity: Identity,
    read: {
      exact(pool: Pool, query: FigureQuery): Promise<T>;
      released(tables: ReleasedTables, question: ReleaseQuery): Promise<Answered<T>>;
    },
  ): Promise<Answered<T>> {
    const request = figureRequest(parameters, this.clock());
    if (!('release' in request)) {
      return this.exactly(request.exact, identity, (pool, query) => read.exact(pool, query));
    }
    requireScope(identity, 'figures:read');
    if (!this.releases) throw new ProblemError({ code: 'figures.unknown-release', pointer: '/release' });
    return read.released(this.releases, request);
  }

  private async exactly<T>(
    exact: FigureQuery,
    identity: Identity,
    read: (pool: Pool, query: FigureQuery) => Promise<T>,
  ): Promise<Answered<T>> {
    requireScope(identity, 'figures:exact');
    if (exact.minPosition !== null) await waitForPosition(this.pool, exact.minPosition);
    const figure = await read(this.pool, exact);
    // The clock is read last: everything in the answer was known before the instant that it names.
    return { ...figure, knownBefore: exact.knownBefore ?? this.clock() };
  }
}
