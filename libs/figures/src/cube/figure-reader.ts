import { requireScope, type Identity } from '@lueckenlos/access';
import { CLOCK, POOL, ProblemError, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Manner } from '../formats/manner';
import { KeptAnswers } from '../protected/kept-answers';
import { openRelease } from '../protected/open-release';
import { RELEASED_TABLES, type ReleasedTables } from '../protected/released-tables';
import type { FigureParameters } from '../query/figure-parameters.dto';
import type { FigureQuery } from '../query/figure-query';
import { figureRequest } from '../query/figure-request';
import type { ReleaseQuery } from '../query/release-query';
import type { Answered, FigureKind } from './figure-kind';
import { waitForPosition } from './wait-for-position';

/** The way of every figure: read the question, check who asks, wait for the position, read the read models or a release, write. */
@Injectable()
export class FigureReader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly kept: KeptAnswers,
    @Optional() @Inject(RELEASED_TABLES) private readonly releases?: ReleasedTables,
  ) {}

  /** An object is to be written as JSON; what comes from a release is written already. */
  async answer<T>(
    parameters: FigureParameters,
    identity: Identity,
    kind: FigureKind<T>,
    manner: Manner,
  ): Promise<object | string> {
    const request = figureRequest(parameters, this.clock());
    if ('release' in request) return this.released(request, identity, kind, manner);
    const figure = await this.exactly(request.exact, identity, kind);
    return kind.write[manner.format](figure, manner.language);
  }

  /** Which release it is, and what it says of itself, is read each time: it may be withdrawn, or no longer be the latest. */
  private async released<T>(
    question: ReleaseQuery,
    identity: Identity,
    kind: FigureKind<T>,
    { format, language }: Manner,
  ): Promise<Buffer> {
    requireScope(identity, 'figures:read');
    if (!this.releases) throw new ProblemError({ code: 'figures.unknown-release', pointer: '/release' });
    const release = await openRelease(this.releases, question);
    const { name, asked, write } = kind;
    const { heading } = release;
    const named = { ...question, release: heading.id };
    return this.kept.answer({ name, asked, format, language, question: named, heading }, async () => {
      const answer = write[format](await kind.released(release), language);
      return typeof answer === 'string' ? answer : JSON.stringify(answer);
    });
  }

  private async exactly<T>(
    exact: FigureQuery,
    identity: Identity,
    kind: FigureKind<T>,
  ): Promise<Answered<T>> {
    requireScope(identity, 'figures:exact');
    if (exact.minPosition !== null) await waitForPosition(this.pool, exact.minPosition);
    const figure = await kind.exact(this.pool, exact);
    // The clock is read last: everything in the answer was known before the instant that it names.
    return { ...figure, knownBefore: exact.knownBefore ?? this.clock() };
  }
}
