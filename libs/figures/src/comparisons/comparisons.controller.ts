import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { FigureKind } from '../cube/figure-kind';
import { FigureReader } from '../cube/figure-reader';
import { mannerOf } from '../formats/manner';
import { MEDIA_TYPES } from '../formats/negotiate';
import { comparisonsSchema } from '../openapi/comparison-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import {
  comparisonsAsCsv,
  comparisonsAsJson,
  comparisonsAsJsonStat,
  type ComparedFigure,
} from './comparison-formats';
import { ComparisonParameters, type Adjustment } from './comparison-parameters.dto';
import { exactComparison } from './exact-comparison';
import { protectedComparison } from './protected-comparison';

function comparisonsAsked(stage: string, adjustFor?: readonly Adjustment[]): FigureKind<ComparedFigure> {
  return {
    name: 'comparisons',
    asked: { stage, adjustFor },
    exact: (pool, query) => exactComparison(pool, query, stage, adjustFor),
    released: (release) => protectedComparison(release, stage, adjustFor),
    write: { json: comparisonsAsJson, csv: comparisonsAsCsv, 'json-stat': comparisonsAsJsonStat },
  };
}

@ApiTags('figures')
@Controller('v1/comparisons')
export class ComparisonsController {
  constructor(private readonly figures: FigureReader) {}

  /** Does an area differ from the town by more than chance? Areas are compared, never ranked. */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-comparisons', figureName)
  @ApiOperation({
    summary: 'Areas against the town: share reached in closed windows, funnel limits, standardised',
  })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(comparisonsSchema) })
  async read(
    @QueryOf(ComparisonParameters) query: ComparisonParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { stage, adjustFor, ...asked } = query;
    const manner = mannerOf(query.format, accept, language);
    const answer = await this.figures.answer(asked, identity, comparisonsAsked(stage, adjustFor), manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
