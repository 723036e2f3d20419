import {
  CurrentIdentity,
  figureName,
  Logged,
  RequireAnyScope,
  RequireScopes,
  type Identity,
} from '@lueckenlos/access';
import { BodyOf, ProblemError } from '@lueckenlos/platform';
import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Release } from '../catalogue/release';
import { Publisher } from '../publish/publisher';
import { ReleaseStore } from '../store/release-store';
import { Withdrawer } from '../withdraw/withdrawer';
import { PublicationDto, ReleaseDto, WithdrawalDto } from './release.dto';

const NO_SUCH = { description: 'There is no such release.' };

@ApiTags('releases')
@Controller('v1/releases')
export class ReleasesController {
  constructor(
    private readonly publisher: Publisher,
    private readonly withdrawer: Withdrawer,
    private readonly store: ReleaseStore,
  ) {}

  @Post()
  @RequireScopes('releases:write')
  @Logged('publish-release', figureName)
  @ApiOperation({
    summary: 'Publishes protected tables of a chain, frozen at the present state of knowledge',
  })
  @ApiCreatedResponse({ type: ReleaseDto })
  @ApiConflictResponse({ description: 'The calendar allows no further release yet.' })
  @ApiNotFoundResponse({ description: 'There is no such chain.' })
  @ApiUnprocessableEntityResponse({ description: 'The month is not over, or a member is wrong.' })
  async publish(
    @BodyOf(PublicationDto) { chain, asOf, label }: PublicationDto,
    @CurrentIdentity() { clientId }: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Release> {
    const release = await this.publisher.publish({ chain, asOf, label }, clientId);
    void reply.header('Location', `/v1/releases/${release.id}`);
    return release;
  }

  @Get()
  @RequireAnyScope('figures:read', 'releases:write')
  @Logged('list-releases', figureName)
  @ApiOperation({ summary: 'All releases, newest first' })
  @ApiOkResponse({ type: [ReleaseDto] })
  list(): Promise<Release[]> {
    return this.store.list();
  }

  @Get(':id')
  @RequireAnyScope('figures:read', 'releases:write')
  @Logged('read-release', figureName)
  @ApiOperation({ summary: 'What a release freezes' })
  @ApiParam({ name: 'id', example: 'krefeld-2026-06-1' })
  @ApiOkResponse({ type: ReleaseDto })
  @ApiNotFoundResponse(NO_SUCH)
  async read(@Param('id') id: string): Promise<Release> {
    const release = (await this.store.find(id, null))?.heading;
    if (!release) throw new ProblemError({ code: 'releases.unknown-release' });
    return release;
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @RequireScopes('releases:write')
  @Logged('withdraw-release', figureName)
  @ApiOperation({ summary: 'Withdraws a release: its figures stay readable, marked with the reason' })
  @ApiParam({ name: 'id', example: 'krefeld-2026-06-1' })
  @ApiOkResponse({ type: ReleaseDto })
  @ApiConflictResponse({ description: 'It was withdrawn before.' })
  @ApiNotFoundResponse(NO_SUCH)
  withdraw(
    @Param('id') id: string,
    @BodyOf(WithdrawalDto) { reason }: WithdrawalDto,
    @CurrentIdentity() { clientId }: Identity,
  ): Promise<Release> {
    return this.withdrawer.withdraw(id, reason, clientId);
  }
}
