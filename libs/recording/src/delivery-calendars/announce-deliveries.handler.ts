import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyPermissions } from '@lueckenlos/access';
import { checkCalendar, type DeliveryCalendar } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import { DefinitionCatalogue } from '../definitions/catalogue/definition-catalogue';
import { contentHashOf } from '../definitions/catalogue/definition-event';
import { Definer, type Outcome, type Plan } from '../definitions/define/definer';
import { refuseFaulty } from '../definitions/shape/read-body';
import { AnnounceDeliveriesCommand } from './announce-deliveries.command';
import { CALENDAR_DEFINED, deliveriesStream } from './calendar-event';
import { DeliveryCalendarDto } from './calendar.dto';
import { DeliveryCalendars } from './delivery-calendars';
import { normalCalendar } from './normal-calendar';

@CommandHandler(AnnounceDeliveriesCommand)
export class AnnounceDeliveriesHandler implements ICommandHandler<AnnounceDeliveriesCommand> {
  constructor(
    private readonly definer: Definer,
    private readonly catalogue: DefinitionCatalogue,
    private readonly calendars: DeliveryCalendars,
    private readonly permissions: AgencyPermissions,
  ) {}

  execute(command: AnnounceDeliveriesCommand): Promise<Outcome> {
    if (!this.permissions.describe(command.agency)) {
      throw new ProblemError({ code: 'deliveries.unknown-agency' });
    }
    return this.definer.define(() => this.plan(command));
  }

  private async plan({ agency, body, definedBy }: AnnounceDeliveriesCommand): Promise<Plan> {
    refuseFaulty(DeliveryCalendarDto, agency, body, (sent) =>
      checkCalendar(sent, {
        stages: this.catalogue.stages(),
        areas: this.catalogue.areas(),
        maySendStage: (stage) => this.permissions.maySendStage(agency, stage),
      }),
    );
    const data = { agency, ...normalCalendar(body as DeliveryCalendar) };
    const { calendar, revision } = await this.calendars.findWithRevision(agency);
    return {
      definition: { stream: deliveriesStream(agency), type: CALENDAR_DEFINED, data, definedBy },
      revision,
      isFirst: calendar === null,
      changes: calendar?.contentHash !== contentHashOf(data),
    };
  }
}
