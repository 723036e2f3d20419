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
import { ApiPurpose, dropOffsSchema, figureContent } from '../openapi/figure-schemas';
import { protectedFigure } from '../protected/protected-figure';
import { FigureParameters } from '../query/figure-parameters.dto';
import { dropOffsAsCsv, dropOffsAsJson, dropOffsAsJsonStat } from './drop-off-formats';

const DROP_OFFS: FigureKind<Figure> = {
  name: 'drop-offs',
  exact: (pool, query) => readFigure(pool, query, ['scope', 'status', 'window', 'unconfirmed']),
  released: (release) => protectedFigure(release, 'drop-offs'),
  write: { json: dropOffsAsJson, csv: dropOffsAsCsv, 'json-stat': dropOffsAsJsonStat },
};

@ApiTags('figures')
@Controller('v1/drop-offs')
export class DropOffsController {
  constructor(private readonly figures: FigureReader) {}

  /** Where do children drop off? Statuses by stage, at any as-of month and known-before instant. */
  @Get()
  @RequireAnyScope('figures:read', 'figures:exact')
  @Logged('read-drop-offs', figureName)
  @ApiOperation({ summary: 'Statuses by stage: where children drop off' })
  @ApiPurpose()
  @ApiOkResponse({ content: figureContent(dropOffsSchema) })
  async read(
    @QueryOf(FigureParameters) query: FigureParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const manner = mannerOf(query.format, accept, language);
    const answer = await this.figures.answer(query, identity, DROP_OFFS, manner);
    void reply.type(MEDIA_TYPES[manner.format]);
    return answer;
  }
}
