import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { monthOfInstant, parseMonth } from '@lueckenlos/chain';
import { CLOCK, languageOf, QueryOf, type Clock } from '@lueckenlos/platform';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerAs } from '../formats/answer-as';
import { chooseFormat } from '../formats/negotiate';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { ArrivalsReader } from './arrivals-reader';
import { DataQualityParameters } from './data-quality-parameters.dto';
import { dataQualitySchema } from './data-quality-schema';
import { qualityAsCsv, qualityAsJsonStat } from './quality-formats';
import { readQuality } from './read-quality';

/** How many months back one looks unasked. */
const MONTHS = 24;

@ApiTags('deliveries')
@Controller('v1/data-quality')
export class DataQualityController {
  constructor(
    private readonly arrivals: ArrivalsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What did an agency send, what was odd about it, and what was refused? */
  @Get()
  @RequireAnyScope('figures:exact', 'events:write')
  @Logged('read-data-quality', figureName)
  @ApiOperation({
    summary: 'What arrived by agency and month, warnings, duplicates, rejections; an agency sees its own',
  })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(dataQualitySchema) })
  async read(
    @QueryOf(DataQualityParameters) query: DataQualityParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const last = parseMonth(query.to ?? '') ?? monthOfInstant(this.clock());
    const first = parseMonth(query.from ?? '') ?? last - MONTHS + 1;
    const answer = await this.arrivals.read(query, identity, (tx, agencies) =>
      readQuality(tx, agencies, [first, last]),
    );
    return answerAs(reply, chooseFormat(query.format, accept), {
      json: () => answer,
      csv: () => qualityAsCsv(answer),
      'json-stat': () => qualityAsJsonStat(answer, languageOf(language)),
    });
  }
}
