import { Controller, Get, Headers, Res, StreamableFile } from '@nestjs/common';
import { ApiBadRequestResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FastifyReply, QueryOf } from '@lueckenlos/platform';
import { Readable } from 'node:stream';
import { RequireScopes } from '../../guard/require-scopes.decorator';
import { Logged } from '../logged.decorator';
import { figureName } from '../resource';
import { CSV_HEADER, entryAsCsv, entryAsJsonLine, ReadEntry } from './access-log-entry';
import { AccessLogFormat, AccessLogQuery } from './access-log-query.dto';
import { PAGE_SCHEMA } from './access-log-schema';
import { AccessLogReader } from './access-log-reader';

const JSON_PAGE = 1_000;
const MEDIA_TYPES = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;
const LINES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('access log')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(private readonly reader: AccessLogReader) {}

  /** Who looked at what, when and why? */
  @Get()
  @RequireScopes('access-log:read')
  @Logged('read-access-log', figureName)
  @ApiOperation({ summary: 'Who looked at what, when and why: the access log, the oldest entry first' })
  @ApiHeader({
    name: 'Purpose',
    required: false,
    description: 'Why it is needed; written to the access log.',
  })
  @ApiOkResponse({
    content: {
      'application/json': { schema: PAGE_SCHEMA },
      'application/x-ndjson': LINES,
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @ApiBadRequestResponse({ description: 'A wrong query parameter.' })
  async read(
    @QueryOf(AccessLogQuery) query: AccessLogQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const format = query.format ?? formatIn(accept);
    if (format === 'json') return this.page(query, query.limit ?? JSON_PAGE);
    void reply.type(MEDIA_TYPES[format]);
    const pages = await this.reader.open(query, query.limit ?? Infinity);
    return new StreamableFile(
      Readable.from(format === 'csv' ? csv(pages) : ndjson(pages), { objectMode: false }),
    );
  }

  private async page(
    query: AccessLogQuery,
    limit: number,
  ): Promise<{ entries: ReadEntry[]; next: string | null }> {
    const entries: ReadEntry[] = [];
    for await (const rows of await this.reader.open(query, limit)) entries.push(...rows);
    return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null };
  }
}

/** The first of our media types that `Accept` names; JSON without one. */
function formatIn(accept = ''): AccessLogFormat {
  const named = /application\/(x-nd)?json|text\/csv/.exec(accept.toLowerCase())?.[0];
  if (named === 'text/csv') return 'csv';
  return named === 'application/x-ndjson' ? 'ndjson' : 'json';
}

async function* ndjson(pages: AsyncIterable<readonly ReadEntry[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(entryAsJsonLine).join('');
}

async function* csv(pages: AsyncIterable<readonly ReadEntry[]>): AsyncGenerator<string> {
  yield CSV_HEADER;
  for await (const page of pages) yield page.map(entryAsCsv).join('');
}
