import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { MonthlyParameters } from '../curves/curve-parameters.dto';
import { COMPETING } from '../curves/curve-question';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { occupationSchema } from '../openapi/curve-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { occupationAsCsv, occupationAsJson, occupationAsJsonStat } from './occupation-formats';
import { readOccupation } from './read-occupation';

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
    const { dimension = 'then', competing = COMPETING, ...parameters } = query;
    const figure = await this.figures.readExact(parameters, identity, 'occupation', (pool, exact) =>
      readOccupation(pool, exact, { dimension, competing }),
    );
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return occupationAsCsv(figure);
    return format === 'json' ? occupationAsJson(figure) : occupationAsJsonStat(figure, languageOf(language));
  }
}
