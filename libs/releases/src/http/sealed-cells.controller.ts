import { figureName, Logged, RequireScopes } from '@lueckenlos/access';
import { ProblemError } from '@lueckenlos/platform';
import { Controller, Get, Param } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  type ApiResponseSchemaHost,
} from '@nestjs/swagger';
import { ReleaseStore } from '../store/release-store';
import type { Place } from '../store/places';

const sealed: ApiResponseSchemaHost['schema'] = {
  type: 'array',
  items: {
    type: 'object',
    required: ['coordinates', 'values'],
    additionalProperties: false,
    properties: {
      coordinates: { type: 'object', additionalProperties: true },
      values: {
        type: 'object',
        description: 'values[measure][stage][value] = [true count, cell key as a decimal text]',
        additionalProperties: true,
      },
    },
  },
};

@ApiTags('releases')
@Controller('v1/releases/:id/sealed')
export class SealedCellsController {
  constructor(private readonly store: ReleaseStore) {}

  @Get(':cube')
  @RequireScopes('figures:exact')
  @Logged('read-sealed-cells', figureName)
  @ApiOperation({
    summary: 'The true counts and cell keys behind a published table: to verify it, not to publish it',
  })
  @ApiParam({ name: 'id', example: 'krefeld-2026-06-1' })
  @ApiParam({ name: 'cube', example: 'drop-offs:birthYear' })
  @ApiOkResponse({ schema: sealed })
  @ApiNotFoundResponse({ description: 'There is no such release, or no such table in it.' })
  async read(@Param('id') id: string, @Param('cube') cube: string): Promise<Place<[number, string]>[]> {
    const release = (await this.store.find(id, null))?.heading;
    if (!release) throw new ProblemError({ code: 'releases.unknown-release' });
    if (!release.cubes.includes(cube)) {
      throw new ProblemError({ code: 'releases.unknown-table', params: { cube, known: release.cubes } });
    }
    return this.store.sealedCells(id, cube);
  }
}
