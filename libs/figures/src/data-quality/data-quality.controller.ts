import {
  agencyOf,
  CurrentIdentity,
  figureName,
  Logged,
  RequireAnyScope,
  type Identity,
} from '@lueckenlos/access';
import { monthOfInstant, parseMonth } from '@lueckenlos/chain';
import { CLOCK, inTransaction, loadSql, POOL, QueryOf, type Clock } from '@lueckenlos/platform';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose } from '../openapi/figure-schemas';
import { DataQualityParameters } from './data-quality-parameters.dto';
import { dataQualitySchema } from './data-quality-schema';
import { qualityAsCsv, qualityRows, type QualityCount, type QualityRow } from './quality-rows';
import { enterQuality } from './quality-version';

const COUNTS = loadSql(join(__dirname, 'sql'), 'counts.sql');
/** How many months back one looks unasked. */
const MONTHS = 24;

@ApiTags('deliveries')
@Controller('v1/data-quality')
export class DataQualityController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What did an agency send, and what was odd about it? */
  @Get()
  @RequireAnyScope('figures:exact', 'events:write')
  @Logged('read-data-quality', figureName)
  @ApiOperation({ summary: 'Records by agency and month of arrival, with warnings; an agency sees its own' })
  @ApiPurpose()
  @ApiOkResponse({
    content: {
      'application/json': { schema: dataQualitySchema },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async read(
    @QueryOf(DataQualityParameters) query: DataQualityParameters,
    @Headers('accept') accept: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const own = identity.scopes.has('figures:exact') ? undefined : agencyOf(identity);
    const answer =
      own !== undefined && query.agency !== undefined && query.agency !== own
        ? { position: '0', rows: [] }
        : await this.rows({ ...query, agency: own ?? query.agency });
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    return format === 'csv' ? qualityAsCsv(answer.rows) : answer;
  }

  private rows({
    agency,
    from,
    to,
  }: DataQualityParameters): Promise<{ position: string; rows: QualityRow[] }> {
    const last = parseMonth(to ?? '') ?? monthOfInstant(this.clock());
    const first = parseMonth(from ?? '') ?? last - MONTHS + 1;
    return inTransaction(
      this.pool,
      async (tx) => {
        const position = await enterQuality(tx);
        if (position === null) return { position: '0', rows: [] };
        const { rows } = await tx.query<QualityCount>(COUNTS, [agency ?? null, first, last]);
        return { position, rows: qualityRows(rows) };
      },
      'REPEATABLE READ',
    );
  }
}
