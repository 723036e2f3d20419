import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { stagesInOrder } from '@lueckenlos/chain';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readFigure } from '../cube/figure';
import { FigureReader } from '../cube/figure-reader';
import { checkStage } from '../curves/curve-request';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { comparisonsSchema } from '../openapi/comparison-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { comparisonsAsCsv, comparisonsAsJson, comparisonsAsJsonStat } from './comparison-formats';
import { ComparisonParameters } from './comparison-parameters.dto';
import { comparisonOf } from './comparisons';

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
    const { stage, ...asked } = query;
    const by = ['area', 'birthYear', 'povertyRisk'] as const;
    const figure = await this.figures.readExact({ ...asked, by: [...by] }, identity, (pool, query) =>
      readFigure(pool, query, ['window']),
    );
    checkStage(
      stagesInOrder(figure.chain.definition).map(({ id }) => id),
      stage,
      '/stage',
    );
    const compared = { ...figure, stage, comparison: comparisonOf(figure.groups, stage) };
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return comparisonsAsCsv(compared);
    return format === 'json'
      ? comparisonsAsJson(compared)
      : comparisonsAsJsonStat(compared, languageOf(language));
  }
}
