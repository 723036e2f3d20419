import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { curvesSchema } from '../openapi/curve-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { refuseExactOnly } from '../query/figure-request';
import { curvesAsCsv, curvesAsJson, curvesAsJsonStat } from './curve-formats';
import { CurveParameters } from './curve-parameters.dto';
import { curveRequest } from './curve-request';
import { protectedCurves } from './protected-curves';
import { readCurves } from './read-curves';

@ApiTags('figures')
@Controller('v1/curves')
export class CurvesController {
  constructor(private readonly figures: FigureReader) {}

  /** What share has reached a stage by which month, given who moved, died, came late or is not due yet? */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-curves', figureName)
  @ApiOperation({
    summary: 'The share that reached a stage, by months since birth or since an earlier stage',
  })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(curvesSchema) })
  async read(
    @QueryOf(CurveParameters) query: CurveParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const request = curveRequest(query);
    const { dimension, horizon, ...asked } = query;
    const figure = await this.figures.answer(asked, identity, {
      exact: (pool, exact) => readCurves(pool, exact, request),
      released: (tables, question) => {
        refuseExactOnly({ dimension, horizon });
        return protectedCurves(tables, question, request);
      },
    });
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return curvesAsCsv(figure);
    return format === 'json' ? curvesAsJson(figure) : curvesAsJsonStat(figure, languageOf(language));
  }
}
