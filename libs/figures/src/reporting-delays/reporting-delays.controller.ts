import {
  agencyOf,
  CurrentIdentity,
  figureName,
  Logged,
  RequireAnyScope,
  type Identity,
} from '@lueckenlos/access';
import { formatMonth, monthOfInstant, parseMonth } from '@lueckenlos/chain';
import { CLOCK, inTransaction, loadSql, POOL, QueryOf, type Clock } from '@lueckenlos/platform';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { enterQuality } from '../data-quality/quality-version';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose } from '../openapi/figure-schemas';
import { delayRows, delaysAsCsv, type CountedDelay } from './delay-rows';
import { ReportingDelaysParameters } from './reporting-delays-parameters.dto';
import { reportingDelaysSchema } from './reporting-delays-schema';

const DELAYS = loadSql(join(__dirname, 'sql'), 'delays.sql');
/** How many months of occurrence one looks at unasked. */
const MONTHS = 36;

@ApiTags('deliveries')
@Controller('v1/reporting-delays')
export class ReportingDelaysController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How long does it take until an agency's facts are known, and how many of the youngest are still to come? */
  @Get()
  @RequireAnyScope('figures:exact', 'events:write')
  @Logged('read-reporting-delays', figureName)
  @ApiOperation({
    summary: 'Delays between occurrence and knowledge, by agency and stage; an agency sees its own',
  })
  @ApiPurpose()
  @ApiOkResponse({
    content: {
      'application/json': { schema: reportingDelaysSchema },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async read(
    @QueryOf(ReportingDelaysParameters) query: ReportingDelaysParameters,
    @Headers('accept') accept: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const own = identity.scopes.has('figures:exact') ? null : agencyOf(identity);
    const asOf = parseMonth(query.asOf ?? '') ?? monthOfInstant(this.clock()) - 1;
    const from = parseMonth(query.from ?? '') ?? asOf - MONTHS + 1;
    const { position, counts } = await this.counts([query.agency ?? own, query.stage ?? null, from, asOf]);
    const rows = delayRows(
      counts.filter(({ agency }) => own === null || agency === own),
      asOf,
    );
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return delaysAsCsv(rows, asOf);
    return { asOf: formatMonth(asOf), from: formatMonth(from), position, rows };
  }

  private counts(values: unknown[]): Promise<{ position: string; counts: CountedDelay[] }> {
    return inTransaction(
      this.pool,
      async (tx) => {
        const position = await enterQuality(tx);
        if (position === null) return { position: '0', counts: [] };
        return { position, counts: (await tx.query<CountedDelay>(DELAYS, values)).rows };
      },
      'REPEATABLE READ',
    );
  }
}
