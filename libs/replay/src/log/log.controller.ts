import { figureName, Logged, RequireScopes, type LoggedRequest } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { ProblemError, QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { LogQuery } from './log-query.dto';
import { readLog, readStream } from './read-log';

const NDJSON = 'application/x-ndjson';
const LINES = { schema: { type: 'string', format: 'binary' } } as const;

/** Which stream was read stays in the access log, whose did not: the streams of cases bear pseudonyms. */
const streamName = ({ url }: LoggedRequest): string =>
  figureName({ url }).replace(/(\/streams\/case)-.*/, '$1');

@ApiTags('audit')
@Controller('v1')
export class LogController {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @Get('log')
  @RequireScopes('log:read')
  @Logged('read-log', figureName)
  @ApiOperation({
    summary: 'The log as NDJSON, every event in order; go on with the last position as `after`',
  })
  @ApiProduces(NDJSON)
  @ApiOkResponse(LINES)
  log(@QueryOf(LogQuery) { after = '0', limit }: LogQuery): StreamableFile {
    return lines(readLog(this.store, BigInt(after), limit === undefined ? undefined : Number(limit)));
  }

  @Get('streams/:stream')
  @RequireScopes('log:read')
  @Logged('read-stream', streamName)
  @ApiOperation({ summary: 'One stream of the log as NDJSON, from its first event on' })
  @ApiParam({ name: 'stream', example: 'chain-krefeld' })
  @ApiProduces(NDJSON)
  @ApiOkResponse(LINES)
  @ApiNotFoundResponse({ description: 'There is no such stream.' })
  async stream(@Param('stream') stream: string): Promise<StreamableFile> {
    const [first] = await this.store.readStream(stream, 0n, 1);
    if (!first) throw new ProblemError({ code: 'replay.unknown-stream' });
    return lines(readStream(this.store, stream));
  }
}

function lines(pages: AsyncIterable<string>): StreamableFile {
  return new StreamableFile(Readable.from(pages, { objectMode: false }), { type: NDJSON });
}
