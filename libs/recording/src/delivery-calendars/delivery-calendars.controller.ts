import { Controller, Get, Param, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { CurrentIdentity, RequireAnyScope, type Identity } from '@lueckenlos/access';
import type { DeliveryCalendar } from '@lueckenlos/chain';
import { ProblemError, QueryOf } from '@lueckenlos/platform';
import { JsonBody } from '../definitions/http/json-body.decorator';
import { LoggedDefinition } from '../definitions/http/logged-definition';
import { knownBeforeOf } from '../definitions/http/read-parameters';
import { answerPlace, answerStatus, type Reply } from '../definitions/http/reply';
import { AnnounceDeliveriesCommand } from './announce-deliveries.command';
import type { CalendarDefined } from './calendar-event';
import { DeliveryCalendarDto, ListedCalendarDto } from './calendar.dto';
import { DeliveryCalendars, type AnnouncedCalendar } from './delivery-calendars';
import { ReadCalendarQuery } from './read-calendar-query.dto';

@ApiTags('deliveries')
@Controller('v1/delivery-calendars')
export class DeliveryCalendarsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly calendars: DeliveryCalendars,
  ) {}

  @Put(':agency')
  @RequireAnyScope('events:write', 'definitions:write')
  @LoggedDefinition('announce-deliveries')
  @ApiOperation({
    summary: 'Announces what an agency delivers, in place of what it announced before.',
    description:
      'An agency announces for itself; with `definitions:write` one may announce for every agency.',
  })
  @ApiParam({ name: 'agency', example: 'youth-office' })
  @ApiBody({ type: DeliveryCalendarDto })
  @ApiCreatedResponse({ type: DeliveryCalendarDto, description: 'The first calendar of this agency.' })
  @ApiOkResponse({ type: DeliveryCalendarDto })
  @ApiNotFoundResponse({ description: 'The agencies file names no such agency.' })
  @ApiUnprocessableEntityResponse({ description: 'Breaks a rule; all broken rules are listed.' })
  async announce(
    @Param('agency') agency: string,
    @JsonBody() body: unknown,
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeliveryCalendar> {
    if (!identity.scopes.has('definitions:write') && identity.agency !== agency) {
      throw new ProblemError({ code: 'deliveries.foreign-calendar' });
    }
    answerStatus(
      reply,
      await this.commands.execute(new AnnounceDeliveriesCommand(agency, body, identity.clientId)),
    );
    return this.answer(reply, await this.calendars.find(agency));
  }

  @Get(':agency')
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('read-delivery-calendar')
  @ApiOperation({ summary: 'What an agency announces: now, or as recorded before an instant.' })
  @ApiParam({ name: 'agency', example: 'youth-office' })
  @ApiOkResponse({ type: DeliveryCalendarDto })
  @ApiNotFoundResponse({ description: 'Nothing announced, or not yet at that instant.' })
  async read(
    @Param('agency') agency: string,
    @QueryOf(ReadCalendarQuery) { knownBefore }: ReadCalendarQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeliveryCalendar> {
    return this.answer(reply, await this.calendars.find(agency, knownBeforeOf(knownBefore)));
  }

  @Get()
  @RequireAnyScope('figures:read', 'definitions:write', 'events:write')
  @LoggedDefinition('list-delivery-calendars')
  @ApiOperation({ summary: 'What all agencies announce.' })
  @ApiOkResponse({ type: [ListedCalendarDto] })
  list(): Promise<readonly CalendarDefined[]> {
    return this.calendars.list();
  }

  private answer(reply: Reply, announced: AnnouncedCalendar | null): DeliveryCalendar {
    if (!announced) throw new ProblemError({ code: 'deliveries.unknown-calendar' });
    answerPlace(reply, announced);
    return { deliveries: announced.calendar.deliveries };
  }
}
