import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { forecastSchema } from '../openapi/forecast-schemas';
import { COHORT } from './forecast';
import { forecastAsCsv, forecastAsJson, forecastAsJsonStat } from './forecast-formats';
import { ForecastParameters } from './forecast-parameters.dto';
import { readForecast } from './read-forecast';

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
    const figure = await this.figures.readExact({ ...asked, by }, identity, 'forecast', (pool, exact) =>
      readForecast(pool, exact, Number(months)),
    );
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return forecastAsCsv(figure);
    return format === 'json' ? forecastAsJson(figure) : forecastAsJsonStat(figure, languageOf(language));
  }
}
