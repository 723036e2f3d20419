import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { FigureKind } from '../cube/figure-kind';
import { FigureReader } from '../cube/figure-reader';
import { mannerOf } from '../formats/manner';
import { MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { forecastSchema } from '../openapi/forecast-schemas';
import { notReleased } from '../protected/not-released';
import { COHORT } from './forecast';
import { forecastAsCsv, forecastAsJson, forecastAsJsonStat } from './forecast-formats';
import { ForecastParameters } from './forecast-parameters.dto';
import { readForecast, type ForecastFigure } from './read-forecast';

function forecastAsked(months: number): FigureKind<ForecastFigure> {
  return {
    name: 'forecast',
    exact: (pool, query) => readForecast(pool, query, months),
    released: (release) => Promise.reject(notReleased('forecast', release)),
    write: { json: forecastAsJson, csv: forecastAsCsv, 'json-stat': forecastAsJsonStat },
  };
}

@ApiTags('figures')
@Controller('v1/forecast')
export class ForecastController {
  constructor(private readonly figures: FigureReader) {}

  /** Which children fall due in the coming months, and how many of them are to be expected in time? */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-forecast', figureName)
  @ApiOperation({
    summary: 'Cases falling due in the coming months, by stage and area, and how many will be in time',
  })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(forecastSchema) })
  async read(
    @QueryOf(ForecastParameters) query: ForecastParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { months = String(COHORT), by = ['area' as const], ...asked } = query;
    const manner = mannerOf(query.format, accept, language);
    const kind = forecastAsked(Number(months));
    const answer = await this.figures.answer({ ...asked, by }, identity, kind, manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
