import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose, dropOffsSchema, figureContent } from '../openapi/figure-schemas';
import { FigureParameters } from '../query/figure-parameters.dto';
import { dropOffsAsCsv, dropOffsAsJson, dropOffsAsJsonStat } from './drop-off-formats';

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
    const figure = await this.figures.read(query, identity, 'drop-offs');
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return dropOffsAsCsv(figure);
    return format === 'json' ? dropOffsAsJson(figure) : dropOffsAsJsonStat(figure, languageOf(language));
  }
}
