import { CurrentIdentity, figureName, Logged, RequireScopes, type Identity } from '@lueckenlos/access';
import { languageOf, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { chooseFormat, MEDIA_TYPES } from '../formats/negotiate';
import { ApiPurpose } from '../openapi/figure-schemas';
import { changesAsCsv, changesAsJson, changesAsJsonStat } from './change-formats';
import { changesContent } from './change-schemas';
import { ChangesParameters } from './changes-parameters.dto';
import { ChangesReader } from './changes-reader';

@ApiTags('figures')
@Controller('v1/changes')
export class ChangesController {
  constructor(private readonly changes: ChangesReader) {}

  /** Why is it another number than last time? The figures that changed between two states of the log, and through what. */
  @Get()
  @RequireScopes('figures:exact')
  @Logged('read-changes', figureName)
  @ApiOperation({
    summary: 'Which drop-off figures changed between two positions of the log, and through what',
  })
  @ApiPurpose()
  @ApiOkResponse({ content: changesContent })
  async read(
    @QueryOf(ChangesParameters) query: ChangesParameters,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const changes = await this.changes.read(query, identity);
    const format = chooseFormat(query.format, accept);
    void reply.type(MEDIA_TYPES[format]);
    if (format === 'csv') return changesAsCsv(changes);
    return format === 'json' ? changesAsJson(changes) : changesAsJsonStat(changes, languageOf(language));
  }
}
