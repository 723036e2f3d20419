import { CurrentIdentity, figureName, Logged, RequireAnyScope, type Identity } from '@lueckenlos/access';
import { languageOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FigureReader } from '../cube/figure-reader';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiFigureQuery } from '../openapi/figure-query.decorator';
import { dropOffsSchema, figureContent } from '../openapi/figure-schemas';
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
  @ApiFigureQuery()
  @ApiOkResponse({ content: figureContent(dropOffsSchema) })
  async read(
    @Query() query: Record<string, unknown>,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const figure = await this.figures.read(query, identity, ['scope', 'status', 'window']);
    const format = chooseFormat(query['format'], accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return dropOffsAsCsv(figure);
    return format === 'json' ? dropOffsAsJson(figure) : dropOffsAsJsonStat(figure, languageOf(language));
  }
}
