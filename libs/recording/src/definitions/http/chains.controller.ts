import { Controller, Get, Param, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { CurrentIdentity, RequireAnyScope, RequireScopes, type Identity } from '@lueckenlos/access';
import type { ChainBody, ChainDefinition } from '@lueckenlos/chain';
import { ProblemError, QueryOf } from '@lueckenlos/platform';
import type { DefinedChain } from '../catalogue/chain-history';
import { DefinitionCatalogue } from '../catalogue/definition-catalogue';
import { DefineChainCommand } from '../define/define-chain.command';
import { ChainDto, ListedChainDto } from '../shape/chain.dto';
import { JsonBody } from './json-body.decorator';
import { LoggedDefinition } from './logged-definition';
import { ReadChainQuery } from './queries';
import { knownBeforeOf } from './read-parameters';
import { answerPlace, answerStatus, type Reply } from './reply';

@ApiTags('definitions')
@Controller('v1/chains')
export class ChainsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: DefinitionCatalogue,
  ) {}

  @Put(':id')
  @RequireScopes('definitions:write')
  @LoggedDefinition('define-chain')
  @ApiOperation({
    summary: 'Defines a chain, or defines it anew; in force at once. Equal to the one in force: no event.',
  })
  @ApiParam({ name: 'id', example: 'krefeld' })
  @ApiBody({ type: ChainDto })
  @ApiCreatedResponse({ type: ChainDto, description: 'The first definition of this chain.' })
  @ApiOkResponse({ type: ChainDto })
  @ApiUnprocessableEntityResponse({ description: 'Breaks a rule; all broken rules are listed.' })
  async define(
    @Param('id') id: string,
    @JsonBody() body: unknown,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ChainBody> {
    answerStatus(reply, await this.commands.execute(new DefineChainCommand(id, body, identity.clientId)));
    return this.answer(reply, this.catalogue.chain(id));
  }

  @Get(':id')
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('read-chain')
  @ApiOperation({
    summary: 'The definition of a chain: the newest, or the newest recorded before an instant.',
  })
  @ApiParam({ name: 'id', example: 'krefeld' })
  @ApiOkResponse({ type: ChainDto })
  @ApiNotFoundResponse({ description: 'Not defined, or not yet at that instant.' })
  async read(
    @Param('id') id: string,
    @QueryOf(ReadChainQuery) query: ReadChainQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ChainBody> {
    const knownBefore = knownBeforeOf(query.knownBefore);
    await this.catalogue.refresh();
    return this.answer(reply, this.catalogue.chain(id, knownBefore));
  }

  @Get()
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('list-chains')
  @ApiOperation({ summary: 'All chains, each in its newest definition.' })
  @ApiOkResponse({ type: [ListedChainDto] })
  async list(): Promise<readonly ChainDefinition[]> {
    await this.catalogue.refresh();
    return this.catalogue.chains();
  }

  private answer(reply: Reply, defined: DefinedChain | null): ChainBody {
    if (!defined) throw new ProblemError({ code: 'definitions.unknown-chain' });
    answerPlace(reply, defined);
    const { title, versions } = defined.definition;
    return { title, versions };
  }
}
