import { requireScope, type Identity } from '@lueckenlos/access';
import { CLOCK, POOL, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { waitForPosition } from '../cube/wait-for-position';
import { exactQuery } from '../query/figure-request';
import type { ChangesParameters } from './changes-parameters.dto';
import { positionsBetween } from './positions-between';
import { readChanges, type Changes } from './read-changes';

/** Reads the question, checks who asks, waits for the position, compares. */
@Injectable()
export class ChangesReader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(parameters: ChangesParameters, identity: Identity): Promise<Changes> {
    requireScope(identity, 'figures:exact');
    const between = positionsBetween(parameters.between);
    const query = exactQuery(parameters, this.clock());
    if (query.minPosition !== null) await waitForPosition(this.pool, query.minPosition);
    return readChanges(this.pool, query, between);
  }
}
