import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readFigure, type Figure } from '../cube/figure';
import type { FigureKind } from '../cube/figure-kind';
import { FigureReader } from '../cube/figure-reader';
import { mannerOf } from '../formats/manner';
import { MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose, figureContent, flowsSchema } from '../openapi/figure-schemas';
import { protectedFigure } from '../protected/protected-figure';
import { FigureParameters } from '../query/figure-parameters.dto';
import { flowsAsCsv, flowsAsJson, flowsAsJsonStat } from './flow-formats';

const FLOWS: FigureKind<Figure> = {
  name: 'flows',
  exact: (pool, query) => readFigure(pool, query, ['next']),
  released: (release) => protectedFigure(release, 'flows'),
  write: { json: flowsAsJson, csv: flowsAsCsv, 'json-stat': flowsAsJsonStat },
};

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
    const manner = mannerOf(query.format, accept, language);
    const answer = await this.figures.answer(query, identity, FLOWS, manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
