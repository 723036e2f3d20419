import { Logged, RequireScopes } from '@lueckenlos/access';
import { Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { ParkedReplay } from '../runner/parked';
import { ProjectionOperations } from './projection-operations';
import { ProjectionStatus } from './projection-status';

@ApiTags('operations')
@RequireScopes('operations')
@Controller('v1/projections')
export class ProjectionsController {
  constructor(private readonly operations: ProjectionOperations) {}

  @Get()
  @ApiOperation({ summary: 'How far the read models are' })
  @ApiOkResponse({ type: [ProjectionStatus] })
  status(): Promise<ProjectionStatus[]> {
    return this.operations.status();
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @Logged('rebuild-projection', ({ url }) => url)
  @ApiOperation({ summary: 'Build the read model anew beside the live one, then switch' })
  @ApiAcceptedResponse({
    schema: { type: 'object', required: ['version'], properties: { version: { type: 'integer' } } },
  })
  rebuild(@Param('name') name: string): Promise<{ version: number }> {
    return this.operations.rebuild(name);
  }

  @Post(':name/parked/replay')
  @HttpCode(200)
  @Logged('replay-parked-events', ({ url }) => url)
  @ApiOperation({ summary: 'Apply parked events again' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['replayed', 'stillParked'],
      properties: { replayed: { type: 'integer' }, stillParked: { type: 'integer' } },
    },
  })
  replayParked(@Param('name') name: string): Promise<ParkedReplay> {
    return this.operations.replayParked(name);
  }

  @Delete(':name/versions/:version')
  @HttpCode(204)
  @Logged('drop-projection-version', ({ url }) => url)
  @ApiOperation({ summary: 'Drop a retired or failed version with its tables' })
  @ApiNoContentResponse()
  drop(@Param('name') name: string, @Param('version', ParseIntPipe) version: number): Promise<void> {
    return this.operations.drop(name, version);
  }
}
