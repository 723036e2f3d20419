import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { FigureKind } from '../cube/figure-kind';
import { FigureReader } from '../cube/figure-reader';
import { mannerOf } from '../formats/manner';
import { MEDIA_TYPES } from '../formats/negotiate';
import { curvesSchema } from '../openapi/curve-schemas';
import { ApiPurpose, figureContent } from '../openapi/figure-schemas';
import { refuseExactOnly } from '../query/figure-request';
import { curvesAsCsv, curvesAsJson, curvesAsJsonStat } from './curve-formats';
import { CurveParameters } from './curve-parameters.dto';
import type { CurveRequest } from './curve-question';
import { curveRequest } from './curve-request';
import { protectedCurves } from './protected-curves';
import { readCurves, type CurveFigure } from './read-curves';

/** @param exactOnly parameters that a release does not take, as they were asked for */
function curvesAsked(
  request: CurveRequest,
  exactOnly: Pick<CurveParameters, 'dimension' | 'horizon'>,
): FigureKind<CurveFigure> {
  return {
    name: 'curves',
    asked: { request, exactOnly },
    exact: (pool, query) => readCurves(pool, query, request),
    released: async (release) => {
      refuseExactOnly({ ...exactOnly });
      return protectedCurves(release, request);
    },
    write: { json: curvesAsJson, csv: curvesAsCsv, 'json-stat': curvesAsJsonStat },
  };
}

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
    const { dimension, horizon, ...asked } = query;
    const manner = mannerOf(query.format, accept, language);
    const kind = curvesAsked(curveRequest(query), { dimension, horizon });
    const answer = await this.figures.answer(asked, identity, kind, manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
