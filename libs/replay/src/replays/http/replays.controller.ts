import { CurrentIdentity, figureName, Logged, RequireScopes, type Identity } from '@lueckenlos/access';
import { BodyOf, languageOf, ProblemError } from '@lueckenlos/platform';
import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReplayIntake } from '../replay-intake';
import { ReplayRequestDto } from './replay.dto';
import { replaySchema } from './replay-schema';
import { replayView } from './replay-view';

const NO_SUCH = { description: 'There is no such replay.' };

@ApiTags('audit')
@Controller('v1/replays')
export class ReplaysController {
  constructor(private readonly intake: ReplayIntake) {}

  @Post()
  @HttpCode(202)
  @RequireScopes('replays:write')
  @Logged('ask-for-replay', figureName)
  @ApiOperation({ summary: 'Has figures or a release counted again from the log alone' })
  @ApiAcceptedResponse({
    schema: replaySchema,
    description: 'It is queued; `Location` says where it is to be seen.',
  })
  @ApiBadRequestResponse({ description: 'No JSON, two limits, or curves of a release.' })
  @ApiUnprocessableEntityResponse({
    description:
      'A member is missing or malformed; a position beyond the head; no such release, or other clocks than it has.',
  })
  @ApiTooManyRequestsResponse({ description: 'So many replays wait that no further one is taken.' })
  async ask(
    @BodyOf(ReplayRequestDto) request: ReplayRequestDto,
    @CurrentIdentity() { clientId }: Identity,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const job = await this.intake.take(request, clientId);
    void reply.header('Location', `/v1/replays/${job.id}`);
    return replayView(job, languageOf(language));
  }

  @Get(':id')
  @RequireScopes('replays:write')
  @Logged('read-replay', figureName)
  @ApiOperation({ summary: 'How far a replay is, and what came of it' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ schema: replaySchema })
  @ApiNotFoundResponse(NO_SUCH)
  async read(
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<object> {
    const job = await this.intake.find(id);
    if (!job) throw new ProblemError({ code: 'replay.unknown-replay' });
    return replayView(job, languageOf(language));
  }
}
