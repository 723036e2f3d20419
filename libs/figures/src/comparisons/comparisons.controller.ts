import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { comparisonsSchema } from '../openapi/comparison-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import {
  comparisonsAsCsv,
  comparisonsAsJson,
  comparisonsAsJsonStat,
  type ComparedFigure,
} from './comparison-formats';
import { ComparisonParameters } from './comparison-parameters.dto';
import { exactComparison } from './exact-comparison';
import { protectedComparison } from './protected-comparison';

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
    const compared = await this.figures.answer<ComparedFigure>(asked, identity, {
      exact: (pool, exact) => exactComparison(pool, exact, stage, adjustFor),
      released: (tables, question) => protectedComparison(tables, question, stage, adjustFor),
    });
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return comparisonsAsCsv(compared);
    return format === 'json'
      ? comparisonsAsJson(compared)
      : comparisonsAsJsonStat(compared, languageOf(language));
  }
}
