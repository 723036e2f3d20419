import { agencyOf, type Identity } from '@lueckenlos/access';
import { monthOfInstant, parseMonth, periodStandings } from '@lueckenlos/chain';
import { CLOCK, inTransaction, POOL, ProblemError, type Clock } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { enterLiveVersion } from '../cube/read-model';
import { instantOf } from '../query/instant';
import { readSources } from '../source-coverage/read-sources';
import type { DeliveriesParameters } from './deliveries-parameters.dto';
import { deliveryRow, type DeliveryRow } from './delivery-formats';

/** How many months back one looks unasked. */
const MONTHS = 24;

/** Reads which announced periods are completed, pending, overdue. */
@Injectable()
export class DeliveriesReader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who only sends sees the own agency. */
  async read(
    asked: DeliveriesParameters,
    identity: Identity,
  ): Promise<{ position: string; deliveries: DeliveryRow[] }> {
    const own = identity.scopes.has('figures:read') ? undefined : agencyOf(identity);
    const knownBefore = asked.knownBefore === undefined ? null : instantIn(asked.knownBefore);
    const now = monthOfInstant(knownBefore ?? this.clock());
    const last = parseMonth(asked.to ?? '') ?? now;
    const first = parseMonth(asked.from ?? '') ?? last - MONTHS + 1;
    return inTransaction(
      this.pool,
      async (tx) => {
        const position = await enterLiveVersion(tx);
        const known = knownBefore && { before: knownBefore.getTime() };
        const sources = await readSources(tx, known);
        const deliveries = sources
          .filter(({ agency }) => (own ?? agency) === agency && (asked.agency ?? agency) === agency)
          .flatMap((source) => periodStandings(source, first, last, now).map(deliveryRow));
        return { position: position.toString(), deliveries };
      },
      'REPEATABLE READ',
    );
  }
}

function instantIn(text: string): Date {
  const instant = instantOf(text);
  if (instant) return instant;
  const params = { expected: 'RFC 3339' };
  throw new ProblemError({ code: 'platform.parameter-format', pointer: '/knownBefore', params });
}
