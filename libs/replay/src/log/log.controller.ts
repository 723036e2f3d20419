import { figureName, Logged, RequireScopes, type LoggedRequest } from '@lueckenlos/access';
import { QueryOf } from '@lueckenlos/platform';
import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { acceptsGzip, bodyOf } from './encoding';
import { LogQuery } from './log-query.dto';
import { LogReader } from './log-reader';

const NDJSON = 'application/x-ndjson';
const LINES = { schema: { type: 'string', format: 'binary' } } as const;
const UP_TO = {
  'Lueckenlos-Position': {
    description:
      'An answer that came to its end with fewer lines than `limit` has everything up to this position: go on with it as `after`. With as many lines as `limit`: go on with the last of them.',
    schema: { type: 'string', example: '4711' },
  },
} as const;

/** Which stream was read stays in the access log, whose did not: the streams of cases bear pseudonyms. */
const streamName = ({ url }: LoggedRequest): string =>
  figureName({ url }).replace(/(\/streams\/case)-.*/, '$1');

@ApiTags('audit')
@Controller('v1')
@ApiHeader({ name: 'Accept-Encoding', required: false, description: '`gzip`: the answer comes compressed.' })
export class LogController {
  constructor(private readonly log: LogReader) {}

  @Get('log')
  @RequireScopes('log:read')
  @Logged('read-log', figureName)
  @ApiOperation({
    summary: 'The log as NDJSON, every event in order; go on with the last position as `after`',
  })
  @ApiProduces(NDJSON)
  @ApiOkResponse({ ...LINES, headers: UP_TO })
  @ApiBadRequestResponse({ description: 'A wrong query parameter.' })
  @ApiUnprocessableEntityResponse({
    description: 'A position beyond the head, an unknown type or agency; the answer names what is valid.',
  })
  async read(
    @QueryOf(LogQuery) query: LogQuery,
    @Headers('accept-encoding') encoding: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { upTo, lines } = await this.log.open(query);
    void reply.header('Lueckenlos-Position', String(upTo));
    return answer(lines, encoding, reply);
  }

  @Get('streams/:stream')
  @RequireScopes('log:read')
  @Logged('read-stream', streamName)
  @ApiOperation({ summary: 'One stream of the log as NDJSON, from its first event on' })
  @ApiParam({ name: 'stream', example: 'chain-krefeld' })
  @ApiProduces(NDJSON)
  @ApiOkResponse(LINES)
  @ApiNotFoundResponse({ description: 'There is no such stream.' })
  async stream(
    @Param('stream') stream: string,
    @Headers('accept-encoding') encoding: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return answer(await this.log.openStream(stream), encoding, reply);
  }
}

function answer(
  lines: AsyncIterable<string>,
  encoding: string | undefined,
  reply: FastifyReply,
): StreamableFile {
  const gzip = acceptsGzip(encoding);
  void reply.header('Vary', 'Accept-Encoding');
  if (gzip) void reply.header('Content-Encoding', 'gzip');
  return new StreamableFile(bodyOf(lines, gzip), { type: NDJSON });
}
