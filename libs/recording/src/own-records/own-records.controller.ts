import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { agencyOf, CurrentIdentity, Logged, RequireScopes, type Identity } from '@lueckenlos/access';
import { languageOf, ProblemError, QueryOf } from '@lueckenlos/platform';
import type { FastifyRequest } from 'fastify';
import { listName, recordName } from './logged-names';
import { ownRecordAnswer } from './own-record-answer';
import { OwnRecordAnswer, OwnRecordsAnswer } from './own-record.dto';
import { DEFAULT_LIMIT, OwnRecordsQuery } from './own-records-query.dto';
import { OwnRecords } from './own-records';

@ApiTags('Events in')
@Controller('v1/events')
export class OwnRecordsController {
  constructor(private readonly records: OwnRecords) {}

  @Get()
  @RequireScopes('events:write')
  @Logged('list-own-records', listName)
  @ApiOperation({ summary: "The agency's own records, newest last" })
  @ApiResponse({ status: 200, type: OwnRecordsAnswer })
  @ApiResponse({ status: 400, description: 'A wrong query parameter.' })
  async list(
    @CurrentIdentity() identity: Identity,
    @QueryOf(OwnRecordsQuery) { after = '0', limit = DEFAULT_LIMIT }: OwnRecordsQuery,
    @Req() request: FastifyRequest,
  ): Promise<OwnRecordsAnswer> {
    const records = await this.records.list(agencyOf(identity), BigInt(after), limit);
    const language = languageOf(request.headers['accept-language']);
    const last = records.length === limit ? records.at(-1) : undefined;
    return {
      events: records.map((record) => ownRecordAnswer(record, language)),
      next: last ? String(last.stored.position) : null,
    };
  }

  @Get(':id')
  @RequireScopes('events:write')
  @Logged('read-own-record', recordName)
  @ApiOperation({ summary: 'One of the own records, with its receipt and how it stands' })
  @ApiResponse({ status: 200, type: OwnRecordAnswer })
  @ApiResponse({ status: 404, description: 'Unknown, or not sent by this agency.' })
  async find(
    @CurrentIdentity() identity: Identity,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<OwnRecordAnswer> {
    const record = await this.records.find(agencyOf(identity), id);
    if (!record) throw new ProblemError({ code: 'recording.unknown-record' });
    return ownRecordAnswer(record, languageOf(request.headers['accept-language']));
  }
}
