import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { FigureKind } from '../cube/figure-kind';
import { FigureReader } from '../cube/figure-reader';
import { MonthlyParameters } from '../curves/curve-parameters.dto';
import { COMPETING } from '../curves/curve-question';
import { mannerOf } from '../formats/manner';
import { MEDIA_TYPES } from '../formats/negotiate';
import { occupationSchema } from '../openapi/curve-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { notReleased } from '../protected/not-released';
import { occupationAsCsv, occupationAsJson, occupationAsJsonStat } from './occupation-formats';
import { readOccupation, type OccupationFigure, type OccupationRequest } from './read-occupation';

function occupationAsked(request: OccupationRequest): FigureKind<OccupationFigure> {
  return {
    name: 'occupation',
    exact: (pool, query) => readOccupation(pool, query, request),
    released: (release) => Promise.reject(notReleased('occupation', release)),
    write: { json: occupationAsJson, csv: occupationAsCsv, 'json-stat': occupationAsJsonStat },
  };
}

@ApiTags('figures')
@Controller('v1/occupation')
export class OccupationController {
  constructor(private readonly figures: FigureReader) {}

  /** How far along the chain are children at which age? */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-occupation', figureName)
  @ApiOperation({ summary: 'The furthest stage reached, by months since birth' })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(occupationSchema) })
  async read(
    @QueryOf(MonthlyParameters) query: MonthlyParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { dimension = 'then', competing = COMPETING, ...asked } = query;
    const manner = mannerOf(query.format, accept, language);
    const kind = occupationAsked({ dimension, competing });
    const answer = await this.figures.answer(asked, identity, kind, manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
