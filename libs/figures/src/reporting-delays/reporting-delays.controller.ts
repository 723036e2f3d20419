import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { monthOfInstant, parseMonth } from '@lueckenlos/chain';
import { CLOCK, languageOf, loadSql, QueryOf, type Clock } from '@lueckenlos/platform';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { join } from 'node:path';
import { ArrivalsReader } from '../data-quality/arrivals-reader';
import { answerAs } from '../formats/answer-as';
import { chooseFormat } from '../formats/negotiate';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { delaysAsCsv, delaysAsJson, delaysAsJsonStat } from './delay-formats';
import { delayRows, type CountedDelay } from './delay-rows';
import { ReportingDelaysParameters } from './reporting-delays-parameters.dto';
import { reportingDelaysSchema } from './reporting-delays-schema';

const DELAYS = loadSql(join(__dirname, 'sql'), 'delays.sql');
/** How many months of occurrence one looks at unasked. */
const MONTHS = 36;

@ApiTags('deliveries')
@Controller('v1/reporting-delays')
export class ReportingDelaysController {
  constructor(
    private readonly arrivals: ArrivalsReader,
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
  @ApiOkResponse({ content: figureContent(reportingDelaysSchema) })
  async read(
    @QueryOf(ReportingDelaysParameters) query: ReportingDelaysParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const asOf = parseMonth(query.asOf ?? '') ?? monthOfInstant(this.clock()) - 1;
    const from = parseMonth(query.from ?? '') ?? asOf - MONTHS + 1;
    const { position, rows } = await this.arrivals.read(query, identity, async (tx, agencies) => {
      const limits = [agencies, query.stage ?? null, from, asOf];
      return delayRows((await tx.query<CountedDelay>(DELAYS, limits)).rows, asOf);
    });
    const answer = { asOf, from, position, rows };
    return answerAs(reply, chooseFormat(query.format, accept), {
      json: () => delaysAsJson(answer),
      csv: () => delaysAsCsv(answer),
      'json-stat': () => delaysAsJsonStat(answer, languageOf(language)),
    });
  }
}
