import { Controller, Get, Inject, Param, Put, Res } from '@nestjs/common';
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
import type { AreaHierarchy } from '@lueckenlos/chain';
import { CLOCK, ProblemError, QueryOf, type Clock } from '@lueckenlos/platform';
import type { DefinedAreas } from '../catalogue/area-history';
import { DefinitionCatalogue } from '../catalogue/definition-catalogue';
import { DefineAreasCommand } from '../define/define-areas.command';
import { AreasDto, ListedAreasDto } from '../shape/areas.dto';
import { JsonBody } from './json-body.decorator';
import { LoggedDefinition } from './logged-definition';
import { ReadAreasQuery } from './queries';
import { monthOnOf } from './read-parameters';
import { answerPlace, answerStatus, type Reply } from './reply';

@ApiTags('definitions')
@Controller('v1/areas')
export class AreasController {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: DefinitionCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put(':municipality')
  @RequireScopes('definitions:write')
  @LoggedDefinition('define-areas')
  @ApiOperation({
    summary: 'Defines the areas of a municipality from a month on, in place of what was said for that month.',
  })
  @ApiParam({ name: 'municipality', example: 'krefeld' })
  @ApiBody({ type: AreasDto })
  @ApiCreatedResponse({ type: AreasDto, description: 'The first areas of this municipality.' })
  @ApiOkResponse({ type: AreasDto })
  @ApiUnprocessableEntityResponse({ description: 'Breaks a rule; all broken rules are listed.' })
  async define(
    @Param('municipality') municipality: string,
    @JsonBody() body: unknown,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<AreaHierarchy> {
    answerStatus(
      reply,
      await this.commands.execute(new DefineAreasCommand(municipality, body, identity.clientId)),
    );
    const { validFrom } = body as AreaHierarchy;
    const editions = this.catalogue.editions(municipality);
    return this.answer(
      reply,
      editions.find(({ hierarchy }) => hierarchy.validFrom === validFrom),
    );
  }

  @Get(':municipality')
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('read-areas')
  @ApiOperation({ summary: 'The areas that are valid in a month; in this one where none is named.' })
  @ApiParam({ name: 'municipality', example: 'krefeld' })
  @ApiOkResponse({ type: AreasDto })
  @ApiNotFoundResponse({ description: 'Not defined, or not yet valid in that month.' })
  async read(
    @Param('municipality') municipality: string,
    @QueryOf(ReadAreasQuery) query: ReadAreasQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<AreaHierarchy> {
    const month = monthOnOf(query.on, this.clock());
    await this.catalogue.refresh();
    const editions = this.catalogue.editions(municipality);
    const valid = editions.findLast(({ validFrom }) => validFrom <= month);
    // Unasked for a month, a municipality whose first areas are still to come is shown those.
    return this.answer(reply, valid ?? (query.on === undefined ? editions[0] : undefined));
  }

  @Get()
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('list-areas')
  @ApiOperation({ summary: 'All editions of all municipalities, the earliest first.' })
  @ApiOkResponse({ type: [ListedAreasDto] })
  async list(): Promise<readonly (AreaHierarchy & { municipality: string })[]> {
    await this.catalogue.refresh();
    const editions = this.catalogue.municipalities().flatMap((each) => this.catalogue.editions(each));
    return editions.map(({ municipality, hierarchy }) => ({ municipality, ...hierarchy }));
  }

  private answer(reply: Reply, areas: DefinedAreas | undefined): AreaHierarchy {
    if (!areas) throw new ProblemError({ code: 'definitions.unknown-municipality' });
    answerPlace(reply, areas);
    return areas.hierarchy;
  }
}
