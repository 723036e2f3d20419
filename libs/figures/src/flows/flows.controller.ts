import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose, figureContent, flowsSchema } from '../openapi/figure-schemas';
import { FigureParameters } from '../query/figure-parameters.dto';
import { flowsAsCsv, flowsAsJson, flowsAsJsonStat } from './flow-formats';

@ApiTags('figures')
@Controller('v1/flows')
export class FlowsController {
  constructor(private readonly figures: FigureReader) {}

  /** Where do they go? For each stage reached, the next one that was reached, skips included. */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-flows', figureName)
  @ApiOperation({ summary: 'From each stage reached to the next one reached' })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(flowsSchema) })
  async read(
    @QueryOf(FigureParameters) query: FigureParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const figure = await this.figures.read(query, identity, 'flows');
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return flowsAsCsv(figure);
    return format === 'json' ? flowsAsJson(figure) : flowsAsJsonStat(figure, languageOf(language));
  }
}
