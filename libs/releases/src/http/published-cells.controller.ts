import { figureName, Logged, RequireAnyScope } from '@lueckenlos/access';
import { canonicalCell } from '@lueckenlos/disclosure';
import type { ReleasedDefinitions } from '@lueckenlos/figures';
import { ProblemError } from '@lueckenlos/platform';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { cellsOf } from '../store/places';
import { ReleaseStore } from '../store/release-store';

const NDJSON = 'application/x-ndjson';
const NO_SUCH = { description: 'There is no such release.' };

/** A release as a whole: all that is published of it, and by which definitions it was counted. */
@ApiTags('releases')
@Controller('v1/releases/:id')
export class PublishedCellsController {
  constructor(private readonly store: ReleaseStore) {}

  @Get('cells')
  @RequireAnyScope('figures:read', 'releases:write')
  @Logged('read-published-cells', figureName)
  @ApiOperation({
    summary:
      'Every published cell as NDJSON, each line in the canonical form (RFC 8785) that the digest is made of',
  })
  @ApiParam({ name: 'id', example: 'krefeld-2026-06-1' })
  @ApiProduces(NDJSON)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse(NO_SUCH)
  async cells(@Param('id') id: string): Promise<StreamableFile> {
    const { cubes } = (await this.found(id)).heading;
    return new StreamableFile(Readable.from(this.lines(id, cubes), { objectMode: false }), { type: NDJSON });
  }

  @Get('definitions')
  @RequireAnyScope('figures:read', 'releases:write')
  @Logged('read-release-definitions', figureName)
  @ApiOperation({ summary: 'The chain and the areas by which a release was counted' })
  @ApiParam({ name: 'id', example: 'krefeld-2026-06-1' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['chain', 'areas'],
      additionalProperties: false,
      properties: {
        chain: { type: 'object', additionalProperties: true },
        areas: { type: 'array', items: { type: 'object', additionalProperties: true } },
      },
    },
  })
  @ApiNotFoundResponse(NO_SUCH)
  async definitions(@Param('id') id: string): Promise<ReleasedDefinitions> {
    return (await this.found(id)).definitions;
  }

  private async found(id: string): Promise<NonNullable<Awaited<ReturnType<ReleaseStore['find']>>>> {
    const found = await this.store.find(id, null);
    if (!found) throw new ProblemError({ code: 'releases.unknown-release' });
    return found;
  }

  /** A table at a time. */
  private async *lines(id: string, cubes: readonly string[]): AsyncGenerator<string> {
    for (const cube of cubes) {
      const cells = cellsOf(cube, await this.store.publishedCells(id, cube));
      if (cells.length > 0) yield cells.map((cell) => `${canonicalCell(cell)}\n`).join('');
    }
  }
}
